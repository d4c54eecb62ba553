# Builds the data files into the library: one assembler file with .incbin, no arrays.
# entente_built_in(TARGET) adds graphs/*.json*, graphs/relations/*.rules, src/knowledge/english/* and src/render/explorer/* to
# TARGET.
function(entente_built_in target)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
         ${PROJECT_SOURCE_DIR}/graphs/*.json ${PROJECT_SOURCE_DIR}/graphs/*.jsonl ${PROJECT_SOURCE_DIR}/graphs/relations/*.rules
         ${PROJECT_SOURCE_DIR}/src/knowledge/english/* ${PROJECT_SOURCE_DIR}/src/render/explorer/*)
    list(SORT files)
    set(blobs "")
    set(rows "")
    set(number 0)
    foreach(file ${files})
        string(APPEND blobs "name_${number}: .asciz \"${file}\"\nbegin_${number}: .incbin \"${PROJECT_SOURCE_DIR}/${file}\"\nend_${number}: .byte 0\n")
        string(APPEND rows "    .quad name_${number}, begin_${number}, end_${number}\n")
        list(APPEND paths ${PROJECT_SOURCE_DIR}/${file})
        math(EXPR number "${number} + 1")
    endforeach()
    set(assembly ${PROJECT_BINARY_DIR}/built_in.S)
    file(CONFIGURE OUTPUT ${assembly} CONTENT "    .section .rodata
@blobs@    .section .data.rel.ro, \"aw\"
    .balign 8
    .globl entente_data_table
    .hidden entente_data_table
entente_data_table:
@rows@    .globl entente_data_count
    .hidden entente_data_count
entente_data_count: .quad @number@
    .section .note.GNU-stack, \"\", %progbits
" @ONLY)
    set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${paths}")
    target_sources(${target} PRIVATE ${assembly})
endfunction()

# entente_hashes(TARGET FOLDER FILES...) tells TARGET the SHA-256 of each file, main.js as MAIN_JS_HASH: a page's security
# policy names its scripts by them.
function(entente_hashes target folder)
    foreach(name ${ARGN})
        set(file ${PROJECT_SOURCE_DIR}/${folder}/${name})
        file(SHA256 ${file} hash)
        string(TOUPPER "${name}" word)
        string(REPLACE "." "_" word ${word})
        target_compile_definitions(${target} PRIVATE ${word}_HASH="${hash}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    endforeach()
endfunction()
