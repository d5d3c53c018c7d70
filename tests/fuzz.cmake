# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzz targets. Built with Clang and -DEDUPRO_SANITIZE=fuzzer-no-link,address they are libFuzzer programs; otherwise a plain
# main replays files or random inputs, so that every run of the tests exercises them.
function(edupro_fuzz_target name source)
    add_executable(${name} fuzz/${source})
    target_link_libraries(${name} PRIVATE edupro_flags ${ARGN})
    if(EDUPRO_SANITIZE MATCHES "fuzzer-no-link")
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${name} PRIVATE fuzz/ReplayMain.cpp)
        add_test(NAME ${name} COMMAND ${name} --runs 5000 --seed 1)
    endif()
endfunction()

edupro_fuzz_target(fuzz_csv CsvFuzz.cpp edupro_exchange)
edupro_fuzz_target(fuzz_csv_table CsvTableFuzz.cpp edupro_ml)
edupro_fuzz_target(fuzz_arff_table ArffTableFuzz.cpp edupro_ml)
edupro_fuzz_target(fuzz_names_table NamesTableFuzz.cpp edupro_ml)
edupro_fuzz_target(fuzz_tree_json TreeJsonFuzz.cpp edupro_ml)
edupro_fuzz_target(fuzz_key_file KeyFileFuzz.cpp edupro_security)
edupro_fuzz_target(fuzz_wal_audit WalAuditFuzz.cpp edupro_storage)
edupro_fuzz_target(fuzz_file_header FileHeaderFuzz.cpp edupro_storage)
edupro_fuzz_target(fuzz_backup BackupFuzz.cpp edupro_storage)
