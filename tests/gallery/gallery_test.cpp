#include "gallery/gallery.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

namespace threadscape {

/// What tests/screenshots writes, for one experiment.
class GalleryTest final : public QObject {
    Q_OBJECT

private slots:
    void aPictureForEachLookAndMoment()
    {
        const QTemporaryDir folder;
        const QDir in(folder.path());
        Gallery gallery("bank");
        QVERIFY(gallery.window().setup().set("seconds", 2.0));
        const auto written = gallery.write(in);
        QVERIFY2(written, written ? "" : qPrintable(written.error()));
        QCOMPARE(in.entryList({QStringLiteral("*.png")}).size(), 28);
        for (const Gallery::Look& look : Gallery::looks()) {
            std::vector<QImage> moments;
            for (const auto moment : {Gallery::Moment::start, Gallery::Moment::mid, Gallery::Moment::end,
                                      Gallery::Moment::pinned}) {
                const QString name = Gallery::fileName("bank", look, moment);
                const QImage image(in.filePath(name));
                QCOMPARE(image.size(), look.size);
                QVERIFY2(coloursOf(image) > 20, qPrintable(name)); // a blank one has one
                const bool dark = look.scheme == Scheme::dark;
                QCOMPARE(image.pixelColor(2, 2).lightness() < 128, dark);
                for (const QImage& before : moments)
                    QVERIFY2(image != before, qPrintable(name));
                moments.push_back(image);
            }
            for (const auto moment : {Gallery::Moment::end, Gallery::Moment::pinned}) {
                const QString name = Gallery::fileName("bank", look, moment, Language::russian);
                const QImage image(in.filePath(name));
                QCOMPARE(image.size(), look.size);
                QVERIFY2(image != QImage(in.filePath(Gallery::fileName("bank", look, moment))),
                         qPrintable(name));
            }
        }
        std::vector<QImage> steps;
        for (const auto step : {Gallery::Moment::question, Gallery::Moment::guess, Gallery::Moment::run,
                                Gallery::Moment::answer}) {
            const QString name = Gallery::fileName("bank", Gallery::presentation(), step);
            const QImage image(in.filePath(name));
            QCOMPARE(image.size(), Gallery::presentation().size);
            QVERIFY2(coloursOf(image) > 5, qPrintable(name));
            QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
            for (const QImage& before : steps)
                QVERIFY2(image != before, qPrintable(name));
            steps.push_back(image);
        }
        // The last of them showed two runs, of which the lower one has the other rule.
        const auto* const compared = gallery.window().findChild<Comparison*>();
        QVERIFY(compared->comparing() && !compared->sessionIsPinned());
        QCOMPARE(compared->difference(), QStringLiteral("a deposit wakes: all → one"));
        QCOMPARE(Gallery::fileName("bank", Gallery::looks().back(), Gallery::Moment::end),
                 QStringLiteral("bank-dark-1024x700-end.png"));
        QCOMPARE(Gallery::fileName("bank", Gallery::looks().back(), Gallery::Moment::end, Language::russian),
                 QStringLiteral("bank-dark-1024x700-end-ru.png"));
    }

    void aFolderThatIsNotThereIsTold()
    {
        const auto written = Gallery("counter").write(QDir(QStringLiteral("/nowhere/at/all")));
        QVERIFY(!written);
        QVERIFY(written.error().contains(QStringLiteral("/nowhere/at/all/counter-light-1440x900-start.png")));
    }

private:
    static std::size_t coloursOf(const QImage& image)
    {
        std::set<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        return colours.size();
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::GalleryTest)
#include "gallery_test.moc"
