#include "lab/run/recording.h"

#include "formats/chrome_json.h"
#include "formats/chrome_reader.h"
#include "formats/tscape_format.h"
#include "formats/tscape_reader.h"
#include "formats/tscape_writer.h"
#include "lab/files/recording_json.h"
#include "lab/kit/file_contents.h"
#include "lab/run/foreign_trace.h"

#include <new>

namespace threadscape {

namespace {

using Opened = tl::expected<OpenedRecording, Error>;

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
    return OpenedRecording{std::move(*recording), std::move(contents->damage)};
}

Opened openChrome(std::string bytes, const std::string& name, const std::stop_token& stop)
{
    auto contents = readChromeTrace(std::move(bytes), name, stop);
    if (!contents)
        return tl::unexpected(contents.error());
    if (!contents->ours)
        return OpenedRecording{recordingOfForeign(contents->trace, contents->counts, name),
                               std::move(contents->damage)};
    if (auto recording = readRecordingJson(contents->run)) {
        recording->trace = std::move(contents->trace);
        return OpenedRecording{std::move(*recording), std::move(contents->damage)};
    }
    OpenedRecording opened{recordingOfForeign(contents->trace, {}, name), {}};
    opened.recording.result.answer = {};
    opened.damage =
        Text(TS_TEXT("files", "%1 does not tell any more what was run: what was recorded is shown."))
            .arg(name);
    return opened;
}

// By what is in it, whatever its name; only what is called .tscape is never taken for anything else.
Opened openBytes(std::string bytes, const std::filesystem::path& path, const std::stop_token& stop)
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
        return openChrome(std::move(bytes), name, stop);
    return tl::unexpected(
        Error{Text(TS_TEXT("files", "%1 is no trace that Threadscape can open: neither its own (.tscape) nor "
                                    "a Chrome trace (.json)."))
                  .arg(name)});
}

} // namespace

Recording recordingOf(const Runner& runner)
{
    return {runner.result(), runner.plannedSeconds(), runner.elapsedNs(), runner.trace()};
}

RunRequest requestOf(const Recording& recording)
{
    const RunResult& result = recording.result;
    RunRequest request;
    request.experiment = result.experiment;
    request.preset = result.preset;
    for (const auto& [name, value] : result.settingsAtStart)
        request.settings[name] = settingText(value);
    request.seed = result.seed;
    request.speed = result.speed;
    return request;
}

tl::expected<void, Error> saveRecording(const Recording& recording, const std::filesystem::path& path)
{
    return writeFile(
        path, [&](std::ostream& out) { writeTscape(*recording.trace, recordingJson(recording), out); });
}

void writeChromeTrace(const Recording& recording, std::ostream& out)
{
    writeChromeTrace(*recording.trace, out, recordingJson(recording));
}

tl::expected<OpenedRecording, Error> openRecording(const std::filesystem::path& path,
                                                   const std::stop_token& stop)
{
    try {
        auto bytes = contentsOf(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        return openBytes(std::move(*bytes), path, stop);
    } catch (const std::bad_alloc&) {
        return tl::unexpected(
            Error{Text(TS_TEXT("files", "%1 needs more memory than there is.")).arg(path.string())});
    }
}

tl::expected<OpenedRun, Error> openRun(const std::filesystem::path& path, const std::stop_token& stop)
{
    auto opened = openRecording(path, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    RunRequest request = requestOf(opened->recording);
    auto runner = Runner::of(std::move(opened->recording));
    if (!runner)
        return tl::unexpected(runner.error());
    return OpenedRun{std::move(request), std::move(*runner), std::move(opened->damage)};
}

} // namespace threadscape
