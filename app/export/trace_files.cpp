#include "export/trace_files.h"

#include "formats/csv.h"
#include "lab/files/changes_csv.h"
#include "lab/files/result_csv.h"
#include "lab/kit/file_contents.h"
#include "lab/run/recording.h"

#include <system_error>

namespace threadscape {

tl::expected<void, Error> writeTraceFile(const std::filesystem::path& path, const Run& run)
{
    if (const auto reason = run.unsavable())
        return tl::unexpected(Error{*reason});
    const auto source = run.source();
    if (!source)
        return writeFile(path, [&](std::ostream& out) { writeChromeTrace(recordingOf(run), out); });
    const auto bytes = source->contents();
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeFile(path, [&](std::ostream& out) { out << *bytes; });
}

Text remarkOnTraceFile(const std::filesystem::path& path)
{
    std::error_code unknown;
    const std::uintmax_t bytes = std::filesystem::file_size(path, unknown);
    if (unknown || bytes <= kMostViewable)
        return {};
    constexpr double kMegabyte = 1e6;
    return Text(
               TS_TEXT("output",
                       "%1 has %2 MB: most programs that show traces will not open it. A shorter run gives a "
                       "smaller file."))
        .arg(path.string())
        .arg(NumberArg{static_cast<double>(bytes) / kMegabyte, 0});
}

tl::expected<void, Error> writeRecordingFile(const std::filesystem::path& path, const Run& run)
{
    return saveRecording(recordingOf(run), path);
}

tl::expected<void, Error> writeTraceTables(const std::filesystem::path& folder, const Run& run)
{
    if (const auto reason = run.unsavable())
        return tl::unexpected(Error{*reason});
    std::error_code unknown;
    const bool existed = exists(folder, unknown);
    auto written = writeCsv(*run.trace(), folder);
    const RunResult result = run.result();
    if (written)
        written = writeResultCsv(result, *run.trace(), folder);
    if (written && run.request())
        written = writeChangesCsv(result.changes, folder);
    if (!written && !existed)
        remove_all(folder, unknown);
    return written;
}

} // namespace threadscape
