#include "export/trace_files.h"

#include "export/output_file.h"
#include "trace/csv.h"

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

tl::expected<void, Error> writeTraceTables(const QString& folder, const Trace& trace)
{
    const bool existed = QDir(folder).exists();
    auto written = writeCsv(trace, folder.toStdString());
    if (!written && !existed)
        QDir(folder).removeRecursively();
    return written;
}

} // namespace threadscape
