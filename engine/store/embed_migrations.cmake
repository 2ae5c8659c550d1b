# Writes OUTPUT, a C++ source with the SQL files of FOLDER in order of name.
# Usage: cmake -DFOLDER=… -DOUTPUT=… -P embed_migrations.cmake
file(GLOB scripts ${FOLDER}/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT scripts)
set(rows "")
foreach(script ${scripts})
    get_filename_component(name ${script} NAME_WE)
    string(REGEX MATCH "^0*([0-9]+)_" ignored ${name})
    set(number ${CMAKE_MATCH_1})
    file(READ ${script} sql)
    string(APPEND rows "    Migration{${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"store/migrations.hpp\"

#include <array>

namespace saldo::store {

namespace {

constexpr std::array steps{
${rows}};

} // namespace

std::span<const Migration> migrations() {
    return steps;
}

} // namespace saldo::store
")
