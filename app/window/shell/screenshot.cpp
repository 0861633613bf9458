#include "window/shell/screenshot.h"

#include "lab/kit/file_contents.h"
#include "window/shell/main_window.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <ostream>

namespace threadscape {

tl::expected<void, Error> writeScreenshot(const std::filesystem::path& path, QSize size, Scheme scheme,
                                          const OpenedRun& run, std::optional<TimeWindow> zoom)
{
    MainWindow window(std::nullopt);
    window.appearance().set(scheme, 0);
    window.showOpened(run);
    window.setMinimumSize(1, 1);
    window.resize(size);
    window.show(); // offscreen: lays everything out
    QCoreApplication::processEvents();
    if (zoom)
        window.view().setWindow(*zoom);
    window.evidence().wait(); // outlined once found
    QCoreApplication::processEvents();
    QImage image(size, QImage::Format_RGB32);
    image.fill(window.palette().color(QPalette::Window));
    window.render(&image);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return writeFile(path, [&](std::ostream& out) { out.write(png.constData(), png.size()); });
}

} // namespace threadscape
