#include "window/shell/memory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace threadscape {

class MemoryTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void whatIsSavedComesBack()
    {
        MemoryFile file(path("new/folder/window.json"));
        Memory memory;
        memory.experiment = "deposit";
        memory.setups["bank"] = {"notes", {{"notify", "one"}, {"seconds", "2.5"}}, 3.0};
        memory.scheme = Scheme::dark;
        memory.typeStep = 2;
        memory.language = Language::russian;
        memory.geometry = QByteArray("\0\1\2", 3);
        QVERIFY(file.save(memory));
        const Memory back = file.load();
        QCOMPARE(back.experiment, memory.experiment);
        QCOMPARE(back.setups.at("bank").preset, std::string("notes"));
        QCOMPARE(back.setups.at("bank").settings, memory.setups["bank"].settings);
        QCOMPARE(back.setups.at("bank").speed, std::optional(3.0));
        QCOMPARE(back.scheme, Scheme::dark);
        QCOMPARE(back.typeStep, 2);
        QCOMPARE(back.language, Language::russian);
        QCOMPARE(back.geometry, memory.geometry);
    }

    void noFileIsAFirstStart()
    {
        MemoryFile file(path("none.json"));
        QVERIFY(file.load().experiment.empty());
        QVERIFY(file.setAside().isEmpty());
    }

    void aDamagedFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"version\": 1, \"exper");
        QTest::newRow("another JSON") << QByteArray("[1, 2, 3]");
        QTest::newRow("another version") << QByteArray("{\"version\": 99}");
    }
    void aDamagedFileIsPutAside()
    {
        QFETCH(QByteArray, content);
        const QString name = path("damaged.json");
        QFile damaged(name);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
        MemoryFile file(name);
        QVERIFY(file.load().experiment.empty());
        QVERIFY(!QFile::exists(name));
        QFile aside(file.setAside());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
    }

    void strangeValuesAreHarmless()
    {
        const QString name = path("strange.json");
        QFile strange(name);
        QVERIFY(strange.open(QIODevice::WriteOnly));
        strange.write(R"({"version": 1, "experiment": 5, "setups": {"bank": [], "x": {"speed": "fast"}},
                          "scheme": "blue", "language": "fr", "type_step": 400})");
        strange.close();
        MemoryFile file(name);
        const Memory memory = file.load();
        QVERIFY(memory.experiment.empty());
        QCOMPARE(memory.scheme, Scheme::system);
        QCOMPARE(memory.language, Language::system);
        QVERIFY(memory.typeStep <= 6);
    }

    void aFileFromBeforeThereWereLanguagesIsRead()
    {
        const QString name = path("older.json");
        QFile older(name);
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write(
            R"({"version": 1, "experiment": "deposit", "setups": {}, "scheme": "dark", "type_step": 1})");
        older.close();
        MemoryFile file(name);
        const Memory memory = file.load();
        QVERIFY(file.setAside().isEmpty());
        QCOMPARE(memory.experiment, std::string("deposit"));
        QCOMPARE(memory.scheme, Scheme::dark);
        QCOMPARE(memory.language, Language::system);
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::MemoryTest)
#include "memory_test.moc"
