#include "lab/recording.h"

#include "lab/file_contents.h"
#include "lab/recording_json.h"
#include "trace/tscape_reader.h"
#include "trace/tscape_writer.h"

#include <new>

namespace threadscape {

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

tl::expected<OpenedRecording, Error> openRecording(const std::filesystem::path& path,
                                                   const std::stop_token& stop)
{
    try {
        const auto bytes = contentsOf(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const std::string name = path.filename().string();
        auto contents = readTscape(*bytes, name, stop);
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
