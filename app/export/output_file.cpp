#include "export/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>
#include <ostream>
#include <streambuf>
#include <vector>

namespace threadscape {

namespace {

Error cannotWrite(const QString& path, const QString& why)
{
    return {
        Text(TS_TEXT("output", "%1 cannot be written: %2.")).arg(path.toStdString()).arg(why.toStdString())};
}

/// A std::streambuf over a QIODevice: the engine's writers are Qt-free.
class DeviceBuffer final : public std::streambuf {
public:
    explicit DeviceBuffer(QIODevice& device) : m_device(device), m_buffer(1 << 16) { rewind(); }

protected:
    int_type overflow(int_type c) override
    {
        if (sync() != 0)
            return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(c);
            pbump(1);
        }
        return traits_type::not_eof(c);
    }

    int sync() override
    {
        const qint64 size = pptr() - pbase();
        const bool written = m_device.write(pbase(), size) == size;
        rewind();
        return written ? 0 : -1;
    }

private:
    void rewind() { setp(m_buffer.data(), m_buffer.data() + m_buffer.size()); }

    QIODevice& m_device;
    std::vector<char> m_buffer;
};

tl::expected<void, Error> fill(QFileDevice& device, const QString& path,
                               const std::function<void(std::ostream&)>& write)
{
    DeviceBuffer buffer(device);
    std::ostream stream(&buffer);
    try {
        write(stream);
    } catch (const std::exception& failure) {
        return tl::unexpected(cannotWrite(path, QString::fromLocal8Bit(failure.what())));
    }
    stream.flush();
    if (!stream || !device.flush())
        return tl::unexpected(cannotWrite(path, device.errorString()));
    return {};
}

bool isSpecial(const QFileInfo& info)
{
    return info.exists() && !info.isFile() && !info.isDir();
}

tl::expected<void, Error> tryFolder(const QString& folder, const QString& path)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return tl::unexpected(Error{Text(TS_TEXT("output", "%1 cannot be written: there is no folder %2."))
                                        .arg(path.toStdString())
                                        .arg(folder.toStdString())});
    if (!info.isDir())
        return tl::unexpected(Error{Text(TS_TEXT("output", "%1 cannot be written: %2 is no folder."))
                                        .arg(path.toStdString())
                                        .arg(folder.toStdString())});
    // Permissions do not reveal a file system mounted read-only; creating and removing a file does.
    QTemporaryFile trial(folder + QStringLiteral("/.threadscape-XXXXXX"));
    if (!trial.open())
        return tl::unexpected(cannotWrite(path, trial.errorString()));
    return {};
}

} // namespace

tl::expected<void, Error> checkFile(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir() || path.endsWith(u'/'))
        return tl::unexpected(
            Error{Text(TS_TEXT("output", "%1 cannot be written: it is a folder.")).arg(path.toStdString())});
    if (info.exists() && !info.isWritable())
        return tl::unexpected(
            Error{Text(TS_TEXT("output", "%1 cannot be written: it is protected.")).arg(path.toStdString())});
    if (isSpecial(info))
        return {};
    return tryFolder(info.absolutePath(), path);
}

tl::expected<void, Error> checkFolder(const QString& path)
{
    const QFileInfo info(QDir::cleanPath(path));
    return tryFolder(info.exists() ? info.absoluteFilePath() : info.absolutePath(), path);
}

tl::expected<void, Error> writeFile(const QString& path, const std::function<void(std::ostream&)>& write)
{
    if (isSpecial(QFileInfo(path))) {
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly))
            return tl::unexpected(cannotWrite(path, device.errorString()));
        return fill(device, path, write);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(cannotWrite(path, file.errorString()));
    if (auto filled = fill(file, path, write); !filled)
        return filled; // uncommitted: nothing is left behind
    if (!file.commit())
        return tl::unexpected(cannotWrite(path, file.errorString()));
    return {};
}

} // namespace threadscape
