#include "export/trace_files.h"

#include "export/output_file.h"
#include "formats/csv.h"
#include "lab/files/study_csv.h"

#include <QDir>

namespace threadscape {

tl::expected<void, Error> writeTraceFile(const QString& path, const Recording& recording)
{
    return writeFile(path, [&](std::ostream& out) { writeChromeTrace(recording, out); });
}

tl::expected<void, Error> writeRecordingFile(const QString& path, const Recording& recording)
{
    return saveRecording(recording, path.toStdString());
}

tl::expected<void, Error> writeTraceTables(const QString& folder, const Recording& recording)
{
    const bool existed = QDir(folder).exists();
    auto written = writeCsv(*recording.trace, folder.toStdString());
    if (written && recording.result.study)
        written = writeStudyCsv(*recording.result.study, folder.toStdString());
    if (!written && !existed)
        QDir(folder).removeRecursively();
    return written;
}

} // namespace threadscape
