// Draws made-up runs, and compares the geometry and the words of what was drawn with the pictures that are kept beside
// this file, in pictures/. A picture that has to change is written anew by
//     THREADSCAPE_GOLDEN=write tests/run -R golden
// and looked at before it is committed. Where another version of Qt draws one differently, pictures/qt6.8/NAME.svg, by
// that version, stands in for pictures/NAME.svg: it is written there when the test is run with that. What was drawn is left in golden/ of the build folder.
#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "app/golden/cases.h"
#include "app/golden/picture.h"
#include "text/language.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace threadscape;
using namespace threadscape::golden;

namespace {

// By this version of Qt the pictures beside the folders of other versions were drawn.
constexpr const char* kUsualQt = "6.4";

QString usual(const QString& name)
{
    return QStringLiteral("%1/%2.svg").arg(QStringLiteral(THREADSCAPE_PICTURES), name);
}

// Of this version of Qt.
QString own(const QString& name)
{
    const QString version = QString::fromLatin1(qVersion()).section(u'.', 0, 1);
    return version == QLatin1String(kUsualQt)
               ? usual(name)
               : QStringLiteral("%1/qt%2/%3.svg").arg(QStringLiteral(THREADSCAPE_PICTURES), version, name);
}

QString kept(const QString& name)
{
    return QFile::exists(own(name)) ? own(name) : usual(name);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

} // namespace

class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(Language::english); }
    void aDifferenceIsFound_data();
    void aDifferenceIsFound();
    void pictures_data();
    void pictures();
    void nothingElseIsKept();

private:
    const QString m_plain = QStringLiteral(
        "<svg viewBox='0 0 90 40'><g fill='#ff0000' stroke='none' transform='matrix(1,0,0,1,10,0)'>"
        "<path d='M0,1 L5,1 L5,9'/></g><g fill='#000000'><text x='3' y='4'>word</text></g></svg>");
};

void GoldenTest::aDifferenceIsFound_data()
{
    QTest::addColumn<QString>("svg");
    QTest::addColumn<bool>("same");
    const auto changed = [&](const char* from, const char* to) {
        QString text = m_plain;
        Q_ASSERT(text.count(QLatin1StringView(from)) == 1);
        return text.replace(QLatin1StringView(from), QLatin1StringView(to));
    };
    QTest::newRow("the same") << m_plain << true;
    QTest::newRow("a group of its own") << changed("<path", "<g stroke-linecap='flat'/><path") << true;
    QTest::newRow("nothing that is seen")
        << changed("<text", "<path d='M0,0L1,1' fill='none'/><text") << true;
    QTest::newRow("a hair beside") << changed("L5,9", "L5.02,9") << true;
    QTest::newRow("beside") << changed("L5,9", "L5.2,9") << false;
    QTest::newRow("moved as a whole") << changed("1,10,0", "1,11,0") << false;
    QTest::newRow("another colour") << changed("#ff0000", "#fe0000") << false;
    QTest::newRow("an outline") << changed("stroke='none'", "stroke='#00ff00'") << false;
    QTest::newRow("another word") << changed("word", "work") << false;
    QTest::newRow("a step less") << changed(" L5,9", "") << false;
    QTest::newRow("another size") << changed("90 40", "90 41") << false;
    QTest::newRow("one thing more") << changed("</svg>", "<rect fill='#000000' width='2' height='1'/></svg>")
                                    << false;
}

void GoldenTest::aDifferenceIsFound()
{
    QFETCH(const QString, svg);
    QFETCH(const bool, same);
    const Picture plain = pictureOf(m_plain.toUtf8());
    QCOMPARE(plain.things.size(), std::size_t{2});
    const Picture other = pictureOf(svg.toUtf8());
    QCOMPARE(difference(plain, other).isEmpty(), same);
    // Written and read again it is the same.
    QCOMPARE(difference(other, pictureOf(svgText(other))), QString());
}

void GoldenTest::pictures_data()
{
    QTest::addColumn<std::size_t>("index");
    const std::vector<Case>& all = cases();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void GoldenTest::pictures()
{
    QFETCH(const std::size_t, index);
    const Case& asked = cases()[index];
    const Picture got = asked.draw();
    QVERIFY(!got.things.empty());
    const QByteArray text = svgText(got);
    const QString name = QString::fromLatin1(asked.name);
    const QString drawn = QStringLiteral("%1/%2.svg").arg(QStringLiteral(THREADSCAPE_DRAWN), name);
    QVERIFY(write(drawn, text));
    constexpr qsizetype kMostBytes = 60'000;
    QVERIFY2(text.size() < kMostBytes, qPrintable(QStringLiteral("%1 bytes: draw less").arg(text.size())));
    if (qEnvironmentVariable("THREADSCAPE_GOLDEN") == QStringLiteral("write")) {
        const bool asUsual =
            own(name) != usual(name) && difference(pictureOf(read(usual(name))), got).isEmpty();
        QVERIFY(asUsual ? !QFile::exists(own(name)) || QFile::remove(own(name)) : write(own(name), text));
        return;
    }
    const QString path = kept(name);
    QVERIFY2(QFile::exists(path), qPrintable(QStringLiteral("there is no %1").arg(path)));
    const QString words = difference(pictureOf(read(path)), got);
    QVERIFY2(words.isEmpty(), qPrintable(QStringLiteral("%1: %2\n  drawn: %3").arg(name, words, drawn)));
}

void GoldenTest::nothingElseIsKept()
{
    QSet<QString> names;
    for (const Case& asked : cases())
        names << QString::fromLatin1(asked.name) + QStringLiteral(".svg");
    QCOMPARE(static_cast<std::size_t>(names.size()), cases().size());
    QDirIterator files(QStringLiteral(THREADSCAPE_PICTURES), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        QVERIFY2(names.contains(files.fileName()), qPrintable(files.filePath()));
    }
}

// Nothing of the machine is in the pictures: neither its screen and fonts, nor how it smoothes them.
int main(int argc, char** argv)
{
    const QString fonts = QStringLiteral(THREADSCAPE_DRAWN "/fonts.conf");
    write(fonts, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>\n");
    qputenv("FONTCONFIG_FILE", fonts.toLocal8Bit());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* name :
         {"QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE"})
        qunsetenv(name);
    QApplication app(argc, argv);
    GoldenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "golden_test.moc"
