# How everything is compiled: language, warnings, sanitizers, ccache, and the helper that makes our libraries.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -D_GLIBCXX_ASSERTIONS") # no NDEBUG: asserts stay on

set(THREADSCAPE_SANITIZE "" CACHE STRING "Sanitizers: empty, address,undefined or thread")
set_property(CACHE THREADSCAPE_SANITIZE PROPERTY STRINGS "" "address,undefined" "thread")
set(THREADSCAPE_BUILD "${CMAKE_BUILD_TYPE}, ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")

option(THREADSCAPE_WERROR "Make every warning an error: for who develops, and in CI" OFF)

# What our own targets get; third-party headers are SYSTEM, so that no warning comes from them.
add_library(threadscape_flags INTERFACE)
# A designated initialiser may leave members at their defaults: experiments are declared so.
target_compile_options(threadscape_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-missing-field-initializers $<$<BOOL:${THREADSCAPE_WERROR}>:-Werror>)
if(THREADSCAPE_SANITIZE)
    set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -D_GLIBCXX_ASSERTIONS") # instrumented code takes 30 % longer at -O2
    string(APPEND THREADSCAPE_BUILD ", ${THREADSCAPE_SANITIZE}")
    # GCC's analysis of the instrumented code warns about what is not there; and about the fences of Asio, which ThreadSanitizer
    # does not see, and which stand beside mutexes that it does.
    # The engine is checked for all. Elsewhere what would be checked at every access is left out, a quarter of the time to compile:
    # null pointers crash all the same, every address is aligned well enough for the machine, and whose object it is ASan sees by
    # its memory.
    set(in_engine "$<STREQUAL:$<TARGET_PROPERTY:NAME>,threadscape_engine>")
    target_compile_options(threadscape_flags INTERFACE -fsanitize=${THREADSCAPE_SANITIZE} -fno-omit-frame-pointer
        "$<$<NOT:${in_engine}>:-fno-sanitize=null,alignment,vptr>" -fno-sanitize-recover=all
        "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-stringop-overflow;-Wno-array-bounds;-Wno-tsan>")
    target_link_options(threadscape_flags INTERFACE -fsanitize=${THREADSCAPE_SANITIZE})
endif()

option(THREADSCAPE_FUZZ "Build the fuzzers of tests/fuzz, with Clang" OFF)
if(THREADSCAPE_FUZZ)
    # The macro is a convention: a reader that checks sums is not reached by what a fuzzer changes.
    target_compile_options(threadscape_flags INTERFACE -fsanitize=fuzzer-no-link
        -fno-sanitize=function,vptr) # Clang's data for the first does not go with coroutines; the app has none for the second
    target_compile_definitions(threadscape_flags INTERFACE FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION)
endif()

find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The settings let ccache see through precompiled headers, and share its cache between checkouts.
    set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 "${CCACHE}")
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# A static library of the given sources, whose includes start at the folder `root`.
function(threadscape_library name root)
    add_library(${name} STATIC ${ARGN})
    target_include_directories(${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/${root}")
    target_link_libraries(${name} PRIVATE threadscape_flags)
endfunction()
