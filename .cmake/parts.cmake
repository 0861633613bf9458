# The libraries we take, each with its oldest version and the Debian package that brings it.
function(threadscape_missing what package)
    set_property(GLOBAL APPEND_STRING PROPERTY threadscape_missing "\n  ${what} is missing: apt install ${package}")
endfunction()

# threadscape_part(<package of find_package> <version> <Debian package> [arguments of find_package])
macro(threadscape_part name version package)
    find_package(${name} ${version} QUIET ${ARGN})
    if(NOT ${name}_FOUND)
        threadscape_missing("${name} ${version}" "${package}")
    endif()
endmacro()

find_package(Threads REQUIRED)
threadscape_part(fmt 9.1 libfmt-dev)
threadscape_part(tl-expected 1.0 libexpected-dev)
threadscape_part(nlohmann_json 3.11 nlohmann-json3-dev)
threadscape_part(simdjson "" libsimdjson-dev CONFIG) # 3.0; its own check takes every minor version for unlike the others
if(simdjson_FOUND AND simdjson_VERSION VERSION_LESS 3.0)
    threadscape_missing("simdjson 3.0" libsimdjson-dev)
endif()
find_path(STB_INCLUDE stb/stb_image_resize.h) # 2.27 and its like; no package file, no version
mark_as_advanced(STB_INCLUDE)
if(NOT STB_INCLUDE)
    threadscape_missing("stb" libstb-dev)
endif()
threadscape_part(JPEG 62 libjpeg-dev) # the interface; libjpeg-turbo has it
threadscape_part(PNG 1.6 libpng-dev)
# No package files of CMake, but of pkg-config.
find_package(PkgConfig QUIET)
if(NOT PKG_CONFIG_FOUND)
    threadscape_missing("pkg-config" pkgconf)
endif()
# threadscape_packaged(<target> <module of pkg-config> <version> <Debian package>)
macro(threadscape_packaged name module version package)
    if(PKG_CONFIG_FOUND)
        pkg_check_modules(${name} QUIET IMPORTED_TARGET "${module}>=${version}")
    endif()
    if(NOT ${name}_FOUND)
        threadscape_missing("${module} ${version}" "${package}")
    endif()
endmacro()
threadscape_packaged(WEBP libwebp 1.2 libwebp-dev)
threadscape_packaged(GUMBO gumbo 0.10 libgumbo-dev)
threadscape_packaged(IDN2 libidn2 2.3 libidn2-dev)
threadscape_part(Boost 1.81 "libboost-dev (on Debian 12: libboost1.81-dev)" CONFIG)
threadscape_part(OpenSSL 3.0 libssl-dev)
threadscape_part(Qt6 6.4 "qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools"
    COMPONENTS Widgets PrintSupport Svg LinguistTools)
threadscape_part(QCustomPlotQt6 "" libqcustomplot-dev) # 2.1, tells no version

# Tests: asked for by the presets dev, asan and tsan; otherwise built where GoogleTest is at hand.
find_package(GTest 1.12 QUIET)
option(BUILD_TESTING "Build the tests" ${GTest_FOUND})
if(BUILD_TESTING)
    threadscape_part(GTest 1.12 "libgtest-dev libgmock-dev")
    threadscape_part(Qt6Test 6.4 qt6-base-dev)
    find_package(benchmark 1.7 QUIET) # for the target bench alone: libbenchmark-dev
    find_package(Qt6Concurrent 6.4 QUIET)
endif()

get_property(missing GLOBAL PROPERTY threadscape_missing)
if(missing)
    message(FATAL_ERROR "${missing}\nOr run app/run (tests/run), which installs what is missing.")
endif()
