#include "export/trace_files.h"

#include "export/output_file.h"
#include "formats/csv.h"
#include "lab/files/changes_csv.h"
#include "lab/files/study_csv.h"
#include "lab/run/recording.h"

#include <QDir>

namespace threadscape {

tl::expected<void, Error> writeTraceFile(const QString& path, const Run& run)
{
    return writeFile(path, [&](std::ostream& out) { writeChromeTrace(recordingOf(run), out); });
}

tl::expected<void, Error> writeRecordingFile(const QString& path, const Run& run)
{
    return saveRecording(recordingOf(run), path.toStdString());
}

tl::expected<void, Error> writeTraceTables(const QString& folder, const Run& run)
{
    const bool existed = QDir(folder).exists();
    auto written = writeCsv(*run.trace(), folder.toStdString());
    const RunResult result = run.result();
    if (written && run.request())
        written = writeChangesCsv(result.changes, folder.toStdString());
    if (written && result.study)
        written = writeStudyCsv(*result.study, folder.toStdString());
    if (!written && !existed)
        QDir(folder).removeRecursively();
    return written;
}

} // namespace threadscape
