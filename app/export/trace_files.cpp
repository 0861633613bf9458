#include "export/trace_files.h"

#include "export/output_file.h"
#include "formats/csv.h"
#include "lab/files/study_csv.h"
#include "lab/run/recording.h"

#include <QDir>

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
    if (const auto study = run.result().study; written && study)
        written = writeStudyCsv(*study, folder.toStdString());
    if (!written && !existed)
        QDir(folder).removeRecursively();
    return written;
}

} // namespace threadscape
