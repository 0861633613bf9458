#include "export/trace_files.h"

#include "export/output_file.h"
#include "formats/csv.h"
#include "lab/files/changes_csv.h"
#include "lab/files/result_csv.h"
#include "lab/run/recording.h"

#include <QDir>
#include <QFileInfo>

namespace threadscape {

tl::expected<void, Error> writeTraceFile(const QString& path, const Run& run)
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

Text remarkOnTraceFile(const QString& path)
{
    const qint64 bytes = QFileInfo(path).size();
    if (bytes <= kMostViewable)
        return {};
    constexpr double kMegabyte = 1e6;
    return Text(
               TS_TEXT("output",
                       "%1 has %2 MB: most programs that show traces will not open it. A shorter run gives a "
                       "smaller file."))
        .arg(path.toStdString())
        .arg(NumberArg{static_cast<double>(bytes) / kMegabyte, 0});
}

tl::expected<void, Error> writeRecordingFile(const QString& path, const Run& run)
{
    return saveRecording(recordingOf(run), path.toStdString());
}

tl::expected<void, Error> writeTraceTables(const QString& folder, const Run& run)
{
    if (const auto reason = run.unsavable())
        return tl::unexpected(Error{*reason});
    const bool existed = QDir(folder).exists();
    auto written = writeCsv(*run.trace(), folder.toStdString());
    const RunResult result = run.result();
    if (written)
        written = writeResultCsv(result, *run.trace(), folder.toStdString());
    if (written && run.request())
        written = writeChangesCsv(result.changes, folder.toStdString());
    if (!written && !existed)
        QDir(folder).removeRecursively();
    return written;
}

} // namespace threadscape
