#include "base/digest.hpp"
#include "base/text.hpp"
#include "payments/pain001/evidence.hpp"
#include "payments/pain001/namespaces.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace saldo::payments::pain001 {

namespace {

constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void check_readable(const Evidence& evidence, Report& report) {
    if (evidence.reread) {
        return;
    }
    const Finding& first = evidence.reread.error().first();
    Params params = first.params;
    params.push_back({"line", std::to_string(first.where.line)});
    params.push_back({"reason", std::string(first.code.text)});
    report.add(0, evidence.intended.id, first.where.place, std::move(params));
}

/// Compares what was read again with what was meant. Names are compared, never shown.
class Comparison {
public:
    Comparison(const Evidence& evidence, Report& report)
        : intended_(evidence.intended), reread_(*evidence.reread), file_(evidence.file),
          report_(report) {}

    void run() {
        compare_header();
        compare_blocks();
        compare_transfers();
    }

private:
    /// A transfer and the block it is in.
    struct Located {
        const Block* block;
        const Transfer* transfer;

        [[nodiscard]] const std::string& id() const { return transfer->end_to_end_id; }
    };

    void differs(const std::string& id, std::string_view what, Params params = {}) {
        if (offsets_.empty()) {
            find_offsets();
        }
        const auto found = offsets_.find(id);
        report_.add(found == offsets_.end() ? file_.offset : found->second, id, what,
                    std::move(params));
    }

    void find_offsets() {
        for (const Stated_block& block : file_.blocks) {
            offsets_.emplace(block.id, block.offset);
            for (const Stated_transfer& transfer : block.transfers) {
                offsets_.emplace(transfer.end_to_end_id, transfer.offset);
            }
        }
    }

    void require(bool same, const std::string& id, std::string_view what) {
        if (!same) {
            differs(id, what);
        }
    }

    void compare_header() {
        require(reread_.id == intended_.id, reread_.id, "id");
        require(reread_.creation == intended_.creation &&
                    reread_.creation_time == intended_.creation_time,
                reread_.id, "creation");
        require(reread_.initiator_name == intended_.initiator_name &&
                    reread_.initiator_number == intended_.initiator_number,
                reread_.id, "initiator");
    }

    void compare_blocks() {
        std::unordered_map<std::string_view, const Block*> stated;
        for (const Block& block : reread_.blocks) {
            stated.emplace(block.id, &block);
        }
        for (const Block& block : intended_.blocks) {
            const auto found = stated.find(block.id);
            if (found == stated.end()) {
                differs(block.id, "missing");
                continue;
            }
            compare(*found->second, block);
            stated.erase(found);
        }
        for (const auto& [id, block] : stated) {
            differs(block->id, "unintended");
        }
    }

    void compare(const Block& stated, const Block& intended) {
        const std::string& id = intended.id;
        if (stated.execution != intended.execution) {
            differs(id, "execution",
                    {{"stated", calendar::format(stated.execution)},
                     {"computed", calendar::format(intended.execution)}});
        }
        require(stated.debtor_account == intended.debtor_account, id, "debtor_account");
        require(stated.debtor_name == intended.debtor_name, id, "debtor_name");
        require(stated.debtor_bank == intended.debtor_bank &&
                    stated.debtor_address == intended.debtor_address &&
                    stated.batch_booking == intended.batch_booking,
                id, "debtor");
        require(stated.category_purpose == intended.category_purpose, id, "category_purpose");
    }

    static std::vector<Located> transfers_of(const Message& message) {
        std::vector<Located> all;
        for (const Block& block : message.blocks) {
            for (const Transfer& transfer : block.transfers) {
                all.push_back({&block, &transfer});
            }
        }
        return all;
    }

    /// In the order in which they were written, which is all but always the one that is read; what
    /// is out of it is looked for by its id.
    void compare_transfers() {
        const std::vector<Located> intended = transfers_of(intended_);
        const std::vector<Located> stated = transfers_of(reread_);
        const auto [first_stated, first_intended] = std::ranges::mismatch(
            stated, intended, {}, [](const Located& each) { return each.id(); },
            [](const Located& each) { return each.id(); });
        for (auto pair = std::pair(stated.begin(), intended.begin()); pair.first != first_stated;
             ++pair.first, ++pair.second) {
            compare(*pair.first, *pair.second);
        }
        compare_by_id({first_stated, stated.end()}, {first_intended, intended.end()});
    }

    void compare_by_id(std::span<const Located> stated, std::span<const Located> intended) {
        std::unordered_map<std::string_view, const Located*> left;
        for (const Located& located : intended) {
            left.emplace(located.id(), &located);
        }
        for (const Located& located : stated) {
            const auto found = left.find(located.id());
            if (found == left.end()) {
                differs(located.id(), "unintended");
                continue;
            }
            compare(located, *found->second);
            left.erase(found);
        }
        for (const Located& located : intended) {
            if (left.contains(located.id())) {
                differs(located.id(), "missing");
            }
        }
    }

    void compare(const Located& stated, const Located& intended) {
        require(stated.block->id == intended.block->id, stated.id(), "block");
        compare(*stated.transfer, *intended.transfer);
    }

    void compare(const Transfer& stated, const Transfer& intended) {
        const std::string& id = intended.end_to_end_id;
        if (stated.amount != intended.amount) {
            differs(id, "amount",
                    {{"stated", money::format(stated.amount)},
                     {"computed", money::format(intended.amount)}});
        }
        if (stated.payee_account != intended.payee_account) {
            differs(id, "payee_account",
                    {{"stated", masked(stated.payee_account.text())},
                     {"computed", masked(intended.payee_account.text())}});
        }
        require(stated.payee_name == intended.payee_name, id, "payee_name");
        require(stated.remittance == intended.remittance, id, "remittance");
        require(stated.payee_bank == intended.payee_bank &&
                    stated.payee_address == intended.payee_address &&
                    stated.purpose == intended.purpose,
                id, "payee");
    }

    const Message& intended_;
    const Message& reread_;
    const Stated_file& file_;
    Report& report_;
    std::unordered_map<std::string_view, std::size_t> offsets_; ///< found when something differs
};

void check_same(const Evidence& evidence, Report& report) {
    if (evidence.reread) {
        Comparison(evidence, report).run();
    }
}

void check_exported(const Evidence& evidence, Report& report) {
    const Digest digest = sha256(evidence.bytes);
    if (evidence.context.exported.contains(digest)) {
        report.add(0, evidence.intended.id, "Document", {{"sha256", to_hex(digest)}});
    }
}

void check_encoding(const Evidence& evidence, Report& report) {
    if (evidence.bytes.starts_with(byte_order_mark)) {
        report.add(0, evidence.intended.id, "BOM");
    } else if (!text::is_utf8(evidence.bytes)) {
        report.add(0, evidence.intended.id, "UTF-8");
    }
}

/// The exact start every bank takes: declaration in double quotes, then the root in the default
/// namespace with nothing else in it.
void check_header(const Evidence& evidence, Report& report) {
    const auto starts_as = [&](Version version) {
        const std::string start = std::string(xml_declaration) + "<Document xmlns=\"" +
                                  std::string(namespace_of(version)) + "\">";
        return evidence.bytes.starts_with(start);
    };
    if (!starts_as(Version::v03) && !starts_as(Version::v09)) {
        report.add(0, evidence.intended.id, "Document");
    }
}

constexpr std::array file_table{
    Rule{p23_unreadable, Severity::error, Needs::bytes, check_readable},
    Rule{p23_differs, Severity::error, Needs::bytes, check_same},
    Rule{p24_exported_before, Severity::error, Needs::bytes, check_exported},
    Rule{p25_encoding, Severity::error, Needs::bytes, check_encoding},
    Rule{p25_header, Severity::error, Needs::bytes, check_header},
};

} // namespace

std::span<const Rule> file_rules() {
    return file_table;
}

} // namespace saldo::payments::pain001
