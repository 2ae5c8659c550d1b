# Script mode: writes the bytes of INPUT as `inline constexpr unsigned char NAME[]` to OUTPUT.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes
    "${bytes}")
file(WRITE ${OUTPUT} "#pragma once\n\ninline constexpr unsigned char ${NAME}[] = {\n${bytes}};\n")
