#include "lab/run/open_run.h"

#include "formats/chrome_reader.h"
#include "formats/tscape_format.h"
#include "formats/tscape_reader.h"
#include "lab/files/recording_json.h"
#include "lab/kit/file_contents.h"
#include "lab/run/foreign_trace.h"
#include "lab/run/recorded_run.h"
#include "os/free_memory.h"

#include <new>

namespace threadscape {

namespace {

/// The contents of a file. A damaged one yields as much as could be read.
struct Read {
    Recording recording;
    std::optional<Text> damage;
};
using Opened = tl::expected<Read, Error>;

Opened openTscape(const std::string& bytes, const std::string& name, const std::stop_token& stop)
{
    auto contents = readTscape(bytes, name, stop);
    if (!contents)
        return tl::unexpected(contents.error());
    auto recording = readRecordingJson(contents->result);
    if (!recording)
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 is damaged: it does not tell any more what was run, and "
                                        "cannot be shown."))
                      .arg(name)});
    recording->trace = std::move(contents->trace);
    return Read{std::move(*recording), std::move(contents->damage)};
}

Opened openChrome(std::string bytes, const SourceFile& source, const std::string& name,
                  const std::stop_token& stop)
{
    auto contents = readChromeTrace(std::move(bytes), name, stop);
    if (!contents)
        return tl::unexpected(contents.error());
    if (!contents->ours) {
        Read read{recordingOfForeign(contents->trace, contents->counts, name), std::move(contents->damage)};
        if (read.damage) {
            read.recording.unsavable = partOf(name);
            read.recording.result.warnings.push_back(*read.damage);
        }
        read.recording.source = source;
        return read;
    }
    if (auto recording = readRecordingJson(contents->run)) {
        recording->trace = std::move(contents->trace);
        return Read{std::move(*recording), std::move(contents->damage)};
    }
    Read read{recordingOfForeign(contents->trace, {}, name), {}};
    read.recording.result.answer = {};
    read.damage =
        Text(TS_TEXT("files", "%1 does not tell any more what was run: what was recorded is shown."))
            .arg(name);
    return read;
}

bool isBlank(std::string_view text) noexcept
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

enum class Format : std::uint8_t { tscape, chrome };

// By its first bytes, not by its name; only a file named .tscape is never read as another format.
tl::expected<Format, Error> formatOf(std::string_view beginning, const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    constexpr std::string_view kGzip = "\x1F\x8B";
    if (beginning.starts_with(kGzip))
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 is packed (gzip): unpack it, and open what comes out of it."))
                      .arg(name)});
    if (path.extension() == ".tscape" || beginning.starts_with(tscape::kMagic))
        return Format::tscape;
    if (path.extension() == ".json" || beginning.empty() || looksLikeJson(beginning))
        return Format::chrome;
    return tl::unexpected(
        Error{Text(TS_TEXT("files", "%1 is no trace that Threadscape can open: neither its own (.tscape) nor "
                                    "a Chrome trace (.json)."))
                  .arg(name)});
}

// What a reader refuses by its first bytes, before the rest is read.
std::optional<Error> refusedBy(Format format, std::string_view beginning, const std::string& name,
                               const std::stop_token& stop)
{
    if (format == Format::tscape && !beginning.starts_with(tscape::kMagic)) {
        if (auto contents = readTscape(beginning, name, stop); !contents)
            return contents.error();
    } else if (format == Format::chrome && !looksLikeJson(beginning) && !isBlank(beginning)) {
        if (auto contents = readChromeTrace(std::string(beginning), name, stop); !contents)
            return contents.error();
    }
    return std::nullopt;
}

// Measured: the file itself, and what is built of it, of the shortest slices that there are.
std::optional<Error> tooLarge(Format format, std::uintmax_t fileBytes, const std::string& name)
{
    constexpr std::uintmax_t kChromeShare = 4;
    constexpr std::uintmax_t kTscapeShare = 6;
    constexpr std::uintmax_t kMegabyte = 1'000'000;
    const std::uintmax_t needed = fileBytes * (format == Format::chrome ? kChromeShare : kTscapeShare);
    const std::uint64_t free = freeMemory();
    if (needed <= free)
        return std::nullopt;
    return Error{
        Text(TS_TEXT("files", "%1 is too large to be opened: it takes about %2 MB of memory, and %3 MB "
                              "are free."))
            .arg(name)
            .arg(needed / kMegabyte)
            .arg(free / kMegabyte)};
}

Opened readFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    constexpr std::size_t kBeginning = 65'536;
    const std::string name = path.filename().string();
    try {
        const auto beginning = beginningOf(path, kBeginning);
        if (!beginning)
            return tl::unexpected(beginning.error());
        const auto format = formatOf(*beginning, path);
        if (!format)
            return tl::unexpected(format.error());
        if (auto refused = refusedBy(*format, *beginning, name, stop))
            return tl::unexpected(std::move(*refused));
        std::error_code gone; // found below
        if (auto refused = tooLarge(*format, std::filesystem::file_size(path, gone), name); refused && !gone)
            return tl::unexpected(std::move(*refused));
        auto bytes = contentsOf(path, stop);
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (*format == Format::tscape)
            return openTscape(*bytes, name, stop);
        return openChrome(std::move(*bytes), SourceFile(path), name, stop);
    } catch (const std::bad_alloc&) {
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 needs more memory than there is.")).arg(path.string())});
    }
}

} // namespace

tl::expected<OpenedRun, Error> openRun(const std::filesystem::path& path, const std::stop_token& stop)
{
    auto read = readFile(path, stop);
    if (!read)
        return tl::unexpected(read.error());
    if (stop.stop_requested())
        return tl::unexpected(Error{});
    auto run = RecordedRun::of(std::move(read->recording));
    if (!run)
        return tl::unexpected(run.error());
    return OpenedRun{std::move(*run), std::move(read->damage)};
}

} // namespace threadscape
