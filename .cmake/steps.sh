# What app/run, tests/run and .ci/run share: the packages, and the steps install, build and test.
# shellcheck shell=bash
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Packages, by the names of Debian 12 and 13 and Ubuntu 24.04, which differ in this alone. CMake's list with versions is
# .cmake/parts.cmake.
boost=libboost-dev
case $(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release 2>/dev/null) in
bookworm) boost=libboost1.81-dev ;; # its default is 1.74
esac
build_packages=(
    g++ cmake ninja-build ccache
    libfmt-dev libexpected-dev nlohmann-json3-dev libsimdjson-dev "$boost" libssl-dev libstb-dev
    libjpeg-dev libpng-dev libwebp-dev libgumbo-dev libidn2-dev pkgconf
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqcustomplot-dev
    qt6-qpa-plugins fonts-dejavu-core
)
test_packages=(libgtest-dev libgmock-dev xvfb xauth python3)
bench_packages=(libbenchmark-dev)
speedscope_packages=(chromium python3) # and npm, which nodejs of other sources brings along, and Debian's does not
command -v npm >/dev/null || speedscope_packages+=(nodejs npm)
fuzz_packages=(clang libclang-rt-dev)
check_packages=(clang-format clang-tidy "${speedscope_packages[@]}")
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

say() { printf -- '-- %s\n' "$*"; }
die() {
    printf -- '-- %s\n' "$*" >&2
    exit 1
}

# install_missing PACKAGE...: calls apt only when a package is missing.
install_missing() {
    local package missing=() sudo=()
    if ! command -v apt-get >/dev/null; then
        say "No apt here, so nothing is installed: CMake names what is missing"
        return
    fi
    for package; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    if ((EUID)); then
        command -v sudo >/dev/null || die "Missing: ${missing[*]}. Install them as root, or install sudo"
        sudo=(sudo)
    fi
    say "Installing ${missing[*]}"
    "${sudo[@]}" apt-get -q update
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "${missing[@]}"
}

# What is built from nothing is built several sources at a time, in half the time.
in_batches=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12)

# configure PRESET [-D...]: into .build/PRESET. In CI every warning is an error, in each preset.
configure() {
    local preset=$1 log=$root/.build/$1.log
    [[ ! ${CI:-} ]] || set -- "$@" -DTHREADSCAPE_WERROR=ON
    say "Configuring $*"
    mkdir -p "$root/.build"
    (cd "$root" && cmake --preset "$preset" "${@:2}") >"$log" 2>&1 || {
        cat "$log" >&2
        die "Configuring $preset failed"
    }
}

# build PRESET TARGET...: configures when needed, and builds in .build/PRESET.
build() {
    local preset=$1 folder=$root/.build/$1
    [[ -e $folder/build.ninja && ! $root/CMakePresets.json -nt $folder/CMakeCache.txt ]] || configure "$preset"
    say "Building $preset in .build/$preset"
    cmake --build "$folder" -j "$jobs" --target "${@:2}"
}

# run_tests PRESET [CTEST ARGUMENT...]: ctest under a screen of its own.
run_tests() {
    local preset=$1 wrap=()
    shift
    # The sanitizers of GCC 12 do not know layouts with more than 28 random bits.
    if [[ $preset == ?san && $(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null) -gt 28 ]] && setarch -R true 2>/dev/null; then
        wrap=(setarch -R)
    fi
    say "Testing $preset"
    (cd "$root" && xvfb-run -a -s "-screen 0 1920x1200x24" "${wrap[@]}" ctest --preset "$preset" "$@")
}
