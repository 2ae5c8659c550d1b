#include "dossier/document.hpp"
#include "dossier/fields.hpp"

#include <fmt/format.h>

#include <span>

namespace saldo::dossier {

namespace {

std::string written(Date date) {
    return calendar::format(date);
}

std::string written(Money amount) {
    return money::format(amount);
}

std::string written(Small number) {
    return std::to_string(number.value);
}

std::string written(Share share) {
    return money::format(share);
}

std::string written(Yearly_rate rate) {
    return format(rate);
}

std::string_view written(const Iban& iban) {
    return iban.text();
}

std::string_view written(const Bic& bic) {
    return bic.text();
}

std::string_view written(const National_number& number) {
    return number.digits();
}

std::string_view written(const Enterprise_number& number) {
    return number.digits();
}

std::string_view written(calendar::Rhythm rhythm) {
    return calendar::name(rhythm);
}

template <Named_enum Enum> std::string_view written(Enum value) {
    return dossier::name(value); // that of a word of the law is found in no other way
}

template <class T>
concept Written = requires(const T& value) {
    written(value);
};

/// Walks the fields of the records and appends each to the text.
class Field_writer {
public:
    template <class T> using Record = const T;

    explicit Field_writer(std::string& out) : out_(out) {}

    void constant(std::string_view key, std::string_view value) { put_field(key, value); }

    void text(std::string_view key, const std::string& value) { put_field(key, value); }

    void text_unless_empty(std::string_view key, const std::string& value) {
        if (!value.empty()) {
            put_field(key, value);
        }
    }

    void key(std::string_view key, const std::string& value) { put_field(key, value); }

    void key_unless_empty(std::string_view key, const std::string& value) {
        text_unless_empty(key, value);
    }

    void word(std::string_view key, const std::string& value, std::span<const std::string_view>) {
        put_field(key, value);
    }

    void word_unless_empty(std::string_view key,
                           const std::string& value,
                           std::span<const std::string_view>) {
        text_unless_empty(key, value);
    }

    void count_unless_empty(std::string_view key, const std::string& value) {
        text_unless_empty(key, value);
    }

    template <class T> void required(std::string_view key, const T& value) {
        if constexpr (Written<T>) {
            put_field(key, written(value));
        } else {
            put_key(key);
            put_object([&] { fields(*this, value); });
        }
    }

    template <class T> void optional(std::string_view key, const std::optional<T>& value) {
        if (value) {
            required(key, *value);
        }
    }

    template <class Enum> void usually(std::string_view key, Enum value, Enum usual) {
        if (value != usual) {
            required(key, value);
        }
    }

    void yes_or_no(std::string_view key, bool value) { put_field(key, value ? "yes" : "no"); }

    void unless_zero(std::string_view key, Money value) {
        if (!value.is_zero()) {
            required(key, value);
        }
    }

    void period(const calendar::Date_range& value) {
        required("from", value.from());
        optional("until", value.last());
    }

    void communication(std::string_view key, const party::Remittance& value) {
        if (const auto* ogm = std::get_if<Ogm>(&value)) {
            put_communication(key, "ogm", ogm->digits());
        } else if (const auto* reference = std::get_if<Creditor_reference>(&value)) {
            put_communication(key, "rf", reference->text());
        } else if (const auto* free_text = std::get_if<std::string>(&value)) {
            put_communication(key, "free", *free_text);
        }
    }

    template <class T> void list(std::string_view key, const std::vector<T>& values) {
        put_key(key);
        if (values.empty()) {
            out_ += "[]";
            return;
        }
        put_block('[', ']', [&] {
            for (const T& value : values) {
                put_line();
                put_object([&] { fields(*this, value); });
            }
        });
    }

    template <class T> void list_unless_empty(std::string_view key, const std::vector<T>& values) {
        if (!values.empty()) {
            list(key, values);
        }
    }

    template <class Put> void put_object(Put put) { put_block('{', '}', put); }

private:
    template <class Put> void put_block(char open, char close, Put put) {
        out_ += open;
        const bool outer_first = first_;
        first_ = true;
        ++depth_;
        put();
        --depth_;
        first_ = outer_first;
        put_new_line();
        out_ += close;
    }

    void put_new_line() { out_.append("\n").append(depth_ * 2, ' '); }

    void put_line() {
        if (!first_) {
            out_ += ',';
        }
        first_ = false;
        put_new_line();
    }

    void put_key(std::string_view key) {
        put_line();
        put_text(key);
        out_ += ": ";
    }

    void put_field(std::string_view key, std::string_view value) {
        put_key(key);
        put_text(value);
    }

    void put_communication(std::string_view key, std::string_view kind, std::string_view text) {
        put_key(key);
        put_object([&] {
            put_field("kind", kind);
            put_field("text", text);
        });
    }

    void put_text(std::string_view text) {
        out_ += '"';
        for (const char c : text) {
            if (c == '"' || c == '\\') {
                out_ += '\\';
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
            } else {
                out_ += c;
            }
        }
        out_ += '"';
    }

    std::string& out_;
    std::size_t depth_ = 0;
    bool first_ = true; ///< nothing stands yet in the block at hand
};

} // namespace

std::string write_document(const Dossier& dossier) {
    std::string text;
    Field_writer writer(text);
    writer.put_object([&] { fields(writer, dossier); });
    text += '\n';
    return text;
}

} // namespace saldo::dossier
