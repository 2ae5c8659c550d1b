#pragma once

namespace saldo::dossier {

/// `T` for a reader of fields, `const T` for a writer.
template <class Io, class T> using Record = typename Io::template Record<T>;

} // namespace saldo::dossier
