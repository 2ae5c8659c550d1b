#include "cli/i18n/catalogue.hpp"

#include "base/invariant.hpp"
#include "messages_en.hpp"
#include "messages_fr.hpp"
#include "messages_nl.hpp"

namespace saldo::i18n {

namespace {

template <std::size_t size> std::string_view view_of(const unsigned char (&bytes)[size]) {
    return {reinterpret_cast<const char*>(bytes), size};
}

} // namespace

std::string_view catalogue(Language language) {
    switch (language) {
    case Language::nl:
        return view_of(messages_nl);
    case Language::fr:
        return view_of(messages_fr);
    case Language::en:
        return view_of(messages_en);
    }
    broken_contract("every language has a catalogue", __FILE__, __LINE__);
}

} // namespace saldo::i18n
