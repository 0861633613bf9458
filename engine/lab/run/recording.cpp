#include "lab/run/recording.h"

#include "formats/chrome_json.h"
#include "formats/tscape_writer.h"
#include "lab/files/recording_json.h"
#include "lab/kit/file_contents.h"

namespace threadscape {

Recording recordingOf(const Run& run)
{
    return {run.result(), run.plannedSeconds(), run.elapsedNs(), run.trace(), run.unsavable(), run.source()};
}

tl::expected<void, Error> saveRecording(const Recording& recording, const std::filesystem::path& path)
{
    if (recording.unsavable)
        return tl::unexpected(Error{*recording.unsavable});
    return writeFile(
        path, [&](std::ostream& out) { writeTscape(*recording.trace, recordingJson(recording), out); });
}

void writeChromeTrace(const Recording& recording, std::ostream& out)
{
    writeChromeTrace(*recording.trace, out, recordingJson(recording));
}

} // namespace threadscape
