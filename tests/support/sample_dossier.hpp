#pragma once

#include <string_view>

namespace saldo::test {

/// The document of an invented household that uses every field of the form at least once, as
/// `write_document` writes it.
inline constexpr std::string_view sample_dossier = R"({
  "schema": "saldo/dossier/1",
  "number": "2026-0012",
  "opened": "2026-01-05",
  "closed": "2029-12-31",
  "household": {
    "kind": "single_parent",
    "language": "nl",
    "address": {
      "street": "Wilgenlaan",
      "house_number": "12",
      "box": "B",
      "postal_code": "9999",
      "town": "Voorbeeldegem",
      "country": "BE"
    },
    "members": [
      {
        "role": "client",
        "family_name": "Vandenbeispiel",
        "given_name": "Renée \"Né\"",
        "birth_date": "1985-07-30",
        "national_number": "85073003328"
      },
      {
        "role": "child",
        "family_name": "Vandenbeispiel",
        "given_name": "Noor",
        "national_number": "15020300470"
      }
    ]
  },
  "mandates": [
    {
      "kind": "budget_management",
      "decision": "BCSD 2025/118",
      "decided": "2025-12-18",
      "from": "2026-01-05",
      "until": "2027-01-04"
    }
  ],
  "workers": [
    {
      "user": "an",
      "role": "counsellor",
      "from": "2026-01-05"
    }
  ],
  "accounts": [
    {
      "id": "main",
      "kind": "budget",
      "iban": "BE80001000000177",
      "bic": "GEBABEBB",
      "holder": "Vandenbeispiel R.",
      "opening": {
        "date": "2026-01-31",
        "balance": "1520.40"
      },
      "overdraft": "100.00",
      "warn_below": "50.00"
    },
    {
      "id": "card",
      "kind": "living_money",
      "iban": "BE35063000000237",
      "holder": "Vandenbeispiel R.",
      "closed": "2028-12-31"
    },
    {
      "id": "reserve",
      "kind": "savings",
      "iban": "BE19734000000312",
      "holder": "Vandenbeispiel R.",
      "opening": {
        "date": "2026-01-31",
        "balance": "250.00"
      }
    }
  ],
  "pots": [
    {
      "id": "school",
      "account": "main",
      "name": "Schoolkosten",
      "opening": "120.00",
      "set_aside": {
        "rhythm": "monthly",
        "anchor": "2026-02-25",
        "amount": "25.00",
        "from": "2026-02-01",
        "until": "2026-12-31"
      }
    },
    {
      "id": "unforeseen",
      "account": "reserve",
      "name": "Onvoorzien"
    }
  ],
  "budget_lines": [
    {
      "id": "wage",
      "direction": "income",
      "name": "Loon",
      "category": "wage",
      "schedule": {
        "rhythm": "monthly",
        "anchor": "2026-01-31",
        "amount": "1890.00",
        "from": "2026-01-01"
      },
      "account": "main",
      "counterparty": {
        "name": "Bakkerij De Korst"
      },
      "margin": "150.00",
      "margin_share": "1/20"
    },
    {
      "id": "rent",
      "direction": "expense",
      "name": "Huur",
      "category": "rent",
      "priority": "housing",
      "schedule": {
        "rhythm": "monthly",
        "anchor": "2026-02-01",
        "amount": "650.00",
        "from": "2026-02-01"
      },
      "account": "main",
      "counterparty": {
        "name": "Sociale Huisvesting Voorbeeld",
        "iban": "BE70096000000425",
        "bic": "GKCCBEBB"
      },
      "communication": {
        "kind": "ogm",
        "text": "020260001289"
      },
      "payer": "office",
      "moves": "before"
    },
    {
      "id": "school_bill",
      "direction": "expense",
      "name": "Schoolrekening",
      "category": "school",
      "priority": "fixed_cost",
      "schedule": {
        "rhythm": "quarterly",
        "anchor": "2026-03-15",
        "amount": "90.00",
        "from": "2026-03-01",
        "until": "2027-06-30"
      },
      "account": "main",
      "pot": "school",
      "counterparty": {
        "name": "Basisschool De Kiem",
        "iban": "BE44363000000545"
      },
      "communication": {
        "kind": "rf",
        "text": "RF602026001"
      },
      "payer": "client",
      "moves": "after"
    }
  ],
  "living_money": [
    {
      "id": "week",
      "name": "Leefgeld",
      "schedule": {
        "rhythm": "weekly",
        "anchor": "2026-02-02",
        "amount": "85.00",
        "from": "2026-02-01"
      },
      "account": "main",
      "to": {
        "name": "Vandenbeispiel R.",
        "iban": "BE35063000000237"
      },
      "communication": {
        "kind": "free",
        "text": "Leefgeld van deze week"
      },
      "moves": "after"
    }
  ],
  "creditors": [
    {
      "id": "energy",
      "enterprise_number": "0456789034",
      "payee": {
        "name": "Energie Voorbeeld",
        "iban": "BE25001000000682"
      },
      "collector": {
        "name": "Gerechtsdeurwaarder Voorbeeld",
        "iban": "BE14001000000783"
      },
      "claims": [
        {
          "id": "2025-17",
          "reference": "K-2025/17",
          "origin": "energy",
          "stated": "2026-01-15",
          "principal": "480.00",
          "interest": "12.35",
          "costs": "40.00",
          "penalty": "20.00",
          "instalment": {
            "schedule": {
              "rhythm": "monthly",
              "anchor": "2026-02-20",
              "amount": "40.00",
              "from": "2026-02-01"
            },
            "account": "main",
            "moves": "before"
          }
        },
        {
          "id": "2025-18",
          "origin": "other",
          "due": "2025-06-30",
          "contract": {
            "date": "2024-05-01",
            "regime": "consumer",
            "late_rate": "0.125",
            "penalty": "agreed",
            "credit": {
              "kind": "line_nocard",
              "amount": "1000.00",
              "total_payable": "1180.40",
              "rate": "0.08",
              "apr": "0.1199",
              "arrears": "75.00",
              "missed": "3",
              "ended": "2025-09-01"
            }
          },
          "title": {
            "kind": "judgment",
            "date": "2025-11-03"
          },
          "privilege": "tax",
          "bound": [
            {
              "name": "Vandenbeispiel J.",
              "role": "surety"
            }
          ],
          "stated": "2026-01-15",
          "principal": "75.00",
          "items": [
            {
              "date": "2025-06-01",
              "kind": "principal",
              "amount": "75.00"
            },
            {
              "date": "2026-03-02",
              "kind": "bailiff_act",
              "amount": "31.20",
              "document": "00000000000000000000000000000000000000000000000000000000000000a1"
            }
          ],
          "interest_rule": {
            "source": "agreed",
            "rate": "0.125",
            "from": "2026-01-31"
          },
          "interest_stops": [
            {
              "from": "2026-06-01",
              "until": "2026-08-31",
              "reason": "agreement"
            }
          ],
          "letters": [
            {
              "sent": "2025-07-15",
              "kind": "reminder",
              "way": "post",
              "document": "00000000000000000000000000000000000000000000000000000000000000a2"
            },
            {
              "sent": "2025-10-01",
              "kind": "summons"
            }
          ],
          "payments": [
            {
              "date": "2026-02-10",
              "amount": "10.00",
              "by": "Vandenbeispiel J.",
              "document": "00000000000000000000000000000000000000000000000000000000000000a3"
            }
          ],
          "waivers": [
            {
              "date": "2026-04-01",
              "part": "costs",
              "amount": "1.20",
              "reason": "Kwijtgescholden na brief"
            }
          ],
          "transfers": [
            {
              "date": "2025-12-01",
              "kind": "sale",
              "from": "Krediet Voorbeeld",
              "reference": "KV-18"
            }
          ],
          "history": [
            {
              "date": "2026-01-20",
              "status": "checked",
              "user": "an"
            },
            {
              "date": "2026-02-03",
              "status": "disputed",
              "reason": "Geen contract gezien",
              "user": "an"
            }
          ],
          "decisions": [
            {
              "date": "2026-02-03",
              "user": "an",
              "verdict": "reduce",
              "computed": "unclear",
              "reduce_to": "50.00",
              "reason": "Volgens het contract"
            }
          ]
        }
      ]
    }
  ]
}
)";

} // namespace saldo::test
