# Runs PROGRAM on a small office in FOLDER: it must prove its book and print well-formed figures.
execute_process(COMMAND ${PROGRAM} --dossiers 5 --months 3 --daily --coda-movements 1000
    --folder ${FOLDER}
    OUTPUT_VARIABLE figures COMMAND_ERROR_IS_FATAL ANY)
foreach(path "import;movements" "import;explained" "run;payments" "match;explained" "proof;entries"
    "coda_bulk;movements")
    string(JSON value GET "${figures}" ${path})
    if(NOT value GREATER 0)
        message(FATAL_ERROR "${path} is ${value}")
    endif()
endforeach()
foreach(path "proof;findings" "proof;differences" "coda_bulk;findings")
    string(JSON value GET "${figures}" ${path})
    if(NOT value EQUAL 0)
        message(FATAL_ERROR "${path} is ${value}")
    endif()
endforeach()
