# The kernels of the network, each compiled for its processor; src/model.cpp chooses among them at run time.
# -Wno-psabi: vectors are never passed between sources, so it does not matter that processors pass them differently.
set_source_files_properties(src/model/plain.cpp PROPERTIES COMPILE_OPTIONS "-Wno-psabi;-O3")
set_source_files_properties(src/model/avx2.cpp PROPERTIES COMPILE_OPTIONS "-Wno-psabi;-O3;$<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-mavx2>")
set_source_files_properties(src/model/avx512.cpp PROPERTIES COMPILE_OPTIONS
    "-Wno-psabi;-O3;$<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mavx512vnni>")
