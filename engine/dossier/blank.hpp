#pragma once

#include "dossier/dossier.hpp"

/// What a record holds until its fields are read. A field that is not read is a finding, so none
/// of these values leaves the reader.
namespace saldo::dossier {

template <class T> [[nodiscard]] T blank() {
    return {};
}

template <> inline calendar::Date_range blank() {
    return *calendar::Date_range::through(Date::from_days(0), std::nullopt);
}

template <> inline Schedule blank() {
    return {.anchor = Date::from_days(0),
            .amount = Money::zero(),
            .period = blank<calendar::Date_range>()};
}

template <> inline Opening blank() {
    return {.date = Date::from_days(0), .balance = Money::zero()};
}

template <> inline Mandate blank() {
    return {.decision = {}, .decided = Date::from_days(0), .period = blank<calendar::Date_range>()};
}

template <> inline Signed blank() {
    return {.date = Date::from_days(0), .document = {}};
}

template <> inline Mandate_end blank() {
    return {.date = Date::from_days(0), .note = {}, .user = {}};
}

template <> inline Closing_step blank() {
    return {.step = {}, .date = Date::from_days(0), .document = {}, .user = {}};
}

template <> inline Aftercare_check blank() {
    return {.date = Date::from_days(0), .note = {}, .user = {}};
}

template <> inline Closing blank() {
    return {.decided = Date::from_days(0), .note = {}, .user = {}};
}

template <> inline Given_money blank() {
    return {.amount = Money::zero(), .living_money = {}};
}

template <> inline Excepted_due blank() {
    return {.due = Date::from_days(0)};
}

template <> inline Payer_change blank() {
    return {.decided = Date::from_days(0),
            .from = Date::from_days(0),
            .gives = {},
            .reason = {},
            .user = {}};
}

template <> inline Rung_move blank() {
    return {.decided = Date::from_days(0),
            .from = Date::from_days(0),
            .rung = {},
            .reason = {},
            .user = {}};
}

template <> inline Payment_proof blank() {
    return {.line = {}, .due = Date::from_days(0), .seen = Date::from_days(0), .user = {}};
}

template <> inline Sent_letter blank() {
    return {.letter = {},
            .subject = {},
            .due = Date::from_days(0),
            .sent = Date::from_days(0),
            .user = {}};
}

template <> inline Goal_step blank() {
    return {.what = {}, .who = {}, .by = Date::from_days(0)};
}

template <> inline Goal_end blank() {
    return {.date = Date::from_days(0), .user = {}};
}

template <> inline Goal blank() {
    return {.id = {}, .set = Date::from_days(0), .words = {}, .user = {}};
}

template <> inline Evaluation blank() {
    return {.date = Date::from_days(0), .scores = {}, .words = {}, .user = {}};
}

template <> inline Worker blank() {
    return {.user = {}, .role = {}, .period = blank<calendar::Date_range>()};
}

template <> inline Account blank() {
    static const Iban iban = *party::parse_iban("BE68539007547034");
    return {.id = {}, .iban = iban, .bic = {}, .holder = {}, .opening = {}, .closed = {}};
}

template <> inline Budget_line blank() {
    return {.id = {},
            .name = {},
            .category = {},
            .schedule = blank<Schedule>(),
            .account = {},
            .pot = {},
            .counterparty = {},
            .communication = {}};
}

template <> inline Living_money blank() {
    return {.id = {},
            .name = {},
            .schedule = blank<Schedule>(),
            .account = {},
            .to = {},
            .communication = {}};
}

template <> inline Cancellation blank() {
    return {.date = Date::from_days(0), .reason = {}};
}

template <> inline Bill blank() {
    return {.id = {},
            .name = {},
            .category = {},
            .due = Date::from_days(0),
            .amount = Money::zero(),
            .account = {},
            .pot = {},
            .payee = {},
            .communication = {},
            .document = {},
            .claim = {},
            .cancelled = {}};
}

template <> inline Instalment blank() {
    return {.schedule = blank<Schedule>(), .account = {}, .pot = {}, .communication = {}};
}

template <> inline Title blank() {
    return {.date = Date::from_days(0)};
}

template <> inline Item blank() {
    return {.date = Date::from_days(0), .amount = Money::zero(), .document = {}};
}

template <> inline Interest_rule blank() {
    return {.rate = {}, .from = Date::from_days(0)};
}

template <> inline Interest_stop blank() {
    return {.period = blank<calendar::Date_range>()};
}

template <> inline Letter blank() {
    return {.sent = Date::from_days(0), .way = {}, .document = {}};
}

template <> inline Outside_payment blank() {
    return {.date = Date::from_days(0), .amount = Money::zero(), .by = {}, .document = {}};
}

template <> inline Waiver blank() {
    return {.date = Date::from_days(0), .amount = Money::zero(), .reason = {}};
}

template <> inline Status_change blank() {
    return {.date = Date::from_days(0), .reason = {}, .user = {}};
}

template <> inline Transfer blank() {
    return {.date = Date::from_days(0), .from = {}, .reference = {}};
}

template <> inline Decision blank() {
    return {.date = Date::from_days(0), .user = {}, .reduce_to = {}, .reason = {}};
}

template <> inline Claim blank() {
    return {
        .id = {}, .reference = {}, .origin = {}, .stated = Date::from_days(0), .instalment = {}};
}

template <> inline Plan_instalment blank() {
    return {.claim = {}, .due = Date::from_days(0), .amount = Money::zero()};
}

template <> inline Plan_answer blank() {
    return {.date = Date::from_days(0), .creditor = {}, .amount = {}, .document = {}, .user = {}};
}

template <> inline Plan_end blank() {
    return {.date = Date::from_days(0), .reason = {}, .user = {}};
}

template <> inline Adopted_plan blank() {
    return {.id = {},
            .name = {},
            .adopted = Date::from_days(0),
            .user = {},
            .account = {},
            .pot = {},
            .terms = {},
            .instalments = {}};
}

template <> inline Dossier blank() {
    return {.number = {},
            .opened = Date::from_days(0),
            .closed = {},
            .household = {},
            .mandates = {},
            .workers = {},
            .accounts = {},
            .pots = {},
            .budget_lines = {},
            .living_money = {},
            .creditors = {}};
}

} // namespace saldo::dossier
