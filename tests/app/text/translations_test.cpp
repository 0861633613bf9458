#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace threadscape {

namespace {

/// A text as a .ts file has it.
struct Message {
    QString context;
    QString source;
    QString type; ///< of the translation: "" when it is done
    bool numerus = false;
    QStringList translations; ///< one, or a form each
};

QString pathOf(const char* language)
{
    return QStringLiteral(THREADSCAPE_SOURCES "/resources/translations/threadscape_%1.ts")
        .arg(QLatin1String(language));
}

std::vector<Message> messagesIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            all.push_back({context, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus")), {}});
        } else if (xml.name() == QLatin1String("source")) {
            all.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            all.back().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!all.back().numerus)
                all.back().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            all.back().translations << xml.readElementText();
        }
    }
    return all;
}

// "%1", "%2", in their order; each once.
QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QStringList places;
    for (auto it = place.globalMatch(text); it.hasNext();)
        places << it.next().captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Every text of the sources has a translation that can be shown.
class TranslationsTest final : public QObject {
    Q_OBJECT

private slots:
    void theFilesKnowEveryTextOfTheSources_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ru") << QStringLiteral("ru");
        QTest::newRow("en") << QStringLiteral("en");
    }
    // What the target update_translations would add or take away.
    void theFilesKnowEveryTextOfTheSources()
    {
        QFETCH(QString, language);
        const QString kept = pathOf(language.toLatin1().constData());
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("threadscape_%1.ts").arg(language));
        QVERIFY(QFile::copy(kept, copy));
        QStringList arguments = QStringLiteral(THREADSCAPE_LUPDATE_ARGUMENTS).split(u' ');
        if (language == QLatin1String("en"))
            arguments << QStringLiteral("-pluralonly");
        arguments << QStringLiteral("-ts") << copy;
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(THREADSCAPE_SOURCES));
        lupdate.start(QStringLiteral(THREADSCAPE_LUPDATE), arguments);
        QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0,
                 lupdate.readAllStandardError().constData());
        const std::vector<Message> before = messagesIn(kept);
        const std::vector<Message> now = messagesIn(copy);
        QVERIFY(!before.empty());
        const QString fresh = differing(now, before).join(u'\n');
        QVERIFY2(fresh.isEmpty(), qPrintable(QStringLiteral("new in the sources:\n") + fresh));
        const QString gone = differing(before, now).join(u'\n');
        QVERIFY2(gone.isEmpty(), qPrintable(QStringLiteral("in no source any more:\n") + gone));
        QVERIFY(contentsOf(copy) == contentsOf(kept));
    }

    void everyTextIsTranslated_data() { theFilesKnowEveryTextOfTheSources_data(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        const auto forms = language == QLatin1String("ru") ? 3 : 2;
        for (const Message& message : messagesIn(pathOf(language.toLatin1().constData()))) {
            QVERIFY2(message.type.isEmpty(), qPrintable(message.source));
            QCOMPARE(message.translations.size(), message.numerus ? forms : 1);
            for (const QString& translation : message.translations)
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
        }
    }

    void argumentsHaveTheirPlaces_data() { theFilesKnowEveryTextOfTheSources_data(); }
    void argumentsHaveTheirPlaces()
    {
        QFETCH(QString, language);
        for (const Message& message : messagesIn(pathOf(language.toLatin1().constData()))) {
            QStringList wanted = placesIn(message.source);
            for (const QString& translation : message.translations) {
                QStringList places = placesIn(translation);
                // English may say "one" instead of the number.
                if (language == QLatin1String("en") && !places.contains(QStringLiteral("%n")))
                    places << (wanted.contains(QStringLiteral("%n")) ? QStringList{QStringLiteral("%n")}
                                                                     : QStringList());
                places.sort();
                QVERIFY2(places == wanted, qPrintable(message.source + u'\n' + translation));
                // What is nothing but places has no words to translate.
                if (!QString(message.source)
                         .remove(QRegularExpression(QStringLiteral("%[0-9n]")))
                         .contains(QRegularExpression(QStringLiteral("\\w"))))
                    QVERIFY2(!translation.contains(QRegularExpression(QStringLiteral("[?{}]"))),
                             qPrintable(translation));
                if (language == QLatin1String("ru"))
                    QVERIFY2(translation.count(u'\n') == message.source.count(u'\n'),
                             qPrintable(translation));
            }
        }
    }

    void theFontHasEveryLetter()
    {
        std::vector<QRawFont> fonts;
        for (const char* name : {"NotoSans-Regular", "NotoSans-Bold", "NotoSansMath-Arrows"}) {
            fonts.emplace_back(QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(name)), 12);
            QVERIFY(fonts.back().isValid());
        }
        const auto has = [&](std::size_t font, QChar letter) {
            return fonts[font].supportsCharacter(letter);
        };
        QString letters = QStringLiteral("«»„“–—№…×·→°"); // and what may come
        const QLocale russian(QLocale::Russian, QLocale::Russia);
        letters += russian.negativeSign() + russian.groupSeparator() + russian.decimalPoint();
        for (const Message& message : messagesIn(pathOf("ru")))
            letters += message.translations.join(QString());
        for (const QChar letter : letters)
            QVERIFY2(letter == u'\n' || (has(0, letter) && has(1, letter)) || has(2, letter),
                     qPrintable(QString(letter)));
    }

private:
    // The texts that are in `these` and not in `others`, or there with other plurals.
    static QStringList differing(const std::vector<Message>& these, const std::vector<Message>& others)
    {
        QStringList texts;
        for (const Message& one : these)
            if (std::ranges::none_of(others, [&](const Message& other) {
                    return other.context == one.context && other.source == one.source &&
                           other.numerus == one.numerus;
                }))
                texts << one.context + QStringLiteral(": ") + one.source;
        return texts;
    }
};

} // namespace threadscape

QTEST_MAIN(threadscape::TranslationsTest)
#include "translations_test.moc"
