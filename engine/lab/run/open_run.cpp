#include "lab/run/open_run.h"

#include "formats/chrome_reader.h"
#include "formats/tscape_format.h"
#include "formats/tscape_reader.h"
#include "lab/files/recording_json.h"
#include "lab/kit/file_contents.h"
#include "lab/run/foreign_trace.h"
#include "lab/run/recorded_run.h"

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

// By content, not by name; only a file named .tscape is never read as another format.
Opened openBytes(std::string bytes, const SourceFile& source, const std::filesystem::path& path,
                 const std::stop_token& stop)
{
    const std::string name = path.filename().string();
    constexpr std::string_view kGzip = "\x1F\x8B";
    if (bytes.starts_with(kGzip))
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 is packed (gzip): unpack it, and open what comes out of it."))
                      .arg(name)});
    if (path.extension() == ".tscape" || bytes.starts_with(tscape::kMagic))
        return openTscape(bytes, name, stop);
    if (path.extension() == ".json" || bytes.empty() || looksLikeJson(bytes))
        return openChrome(std::move(bytes), source, name, stop);
    return tl::unexpected(
        Error{Text(TS_TEXT("files", "%1 is no trace that Threadscape can open: neither its own (.tscape) nor "
                                    "a Chrome trace (.json)."))
                  .arg(name)});
}

Opened readFile(const std::filesystem::path& path, const std::stop_token& stop)
{
    try {
        auto bytes = contentsOf(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        return openBytes(std::move(*bytes), SourceFile(path), path, stop);
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
    auto run = RecordedRun::of(std::move(read->recording));
    if (!run)
        return tl::unexpected(run.error());
    return OpenedRun{std::move(*run), std::move(read->damage)};
}

} // namespace threadscape
