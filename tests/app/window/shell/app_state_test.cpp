#include "window/shell/app_state.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

namespace threadscape {

/// The system takes no more than that of any file, as on a full disk.
class FewBytesAFile {
public:
    explicit FewBytesAFile(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit few{bytes, m_usual.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &few);
    }
    ~FewBytesAFile()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_usual);
        std::signal(SIGXFSZ, m_handler);
    }
    FewBytesAFile(const FewBytesAFile&) = delete;
    FewBytesAFile& operator=(const FewBytesAFile&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_usual{};
};

class AppStateTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void whatIsSavedComesBack()
    {
        AppStateFile file(path("new/folder/window.json"));
        AppState state;
        state.experiment = "deposit";
        state.setups["bank"] = {"notes", {{"notify", "one"}, {"seconds", "2.5"}}, 3.0};
        state.scheme = Scheme::dark;
        state.typeStep = 2;
        state.language = Language::russian;
        state.geometry = QByteArray("\0\1\2", 3);
        QVERIFY(file.save(state));
        const AppState back = file.load();
        QCOMPARE(back.experiment, state.experiment);
        QCOMPARE(back.setups.at("bank").preset, std::string("notes"));
        QCOMPARE(back.setups.at("bank").settings, state.setups["bank"].settings);
        QCOMPARE(back.setups.at("bank").speed, std::optional(3.0));
        QCOMPARE(back.scheme, Scheme::dark);
        QCOMPARE(back.typeStep, 2);
        QCOMPARE(back.language, Language::russian);
        QCOMPARE(back.geometry, state.geometry);
    }

    void aFullDiskLeavesTheOldFile()
    {
        AppStateFile file(path("kept.json"));
        AppState state;
        state.experiment = "deposit";
        QVERIFY(file.save(state));
        state.experiment = "bank";
        state.geometry = QByteArray(4096, 'x');
        {
            const FewBytesAFile limit(256);
            const auto saved = file.save(state);
            QVERIFY(!saved);
            QVERIFY(!saved.error().isEmpty());
        }
        QCOMPARE(QString::fromStdString(file.load().experiment), QStringLiteral("deposit"));
        QVERIFY(file.save(state));
        QCOMPARE(QString::fromStdString(file.load().experiment), QStringLiteral("bank"));
    }

    void noFileIsAFirstStart()
    {
        AppStateFile file(path("none.json"));
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
        AppStateFile file(name);
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
        AppStateFile file(name);
        const AppState state = file.load();
        QVERIFY(state.experiment.empty());
        QCOMPARE(state.scheme, Scheme::system);
        QCOMPARE(state.language, Language::system);
        QVERIFY(state.typeStep <= 6);
    }

    void aFileFromBeforeThereWereLanguagesIsRead()
    {
        const QString name = path("older.json");
        QFile older(name);
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write(
            R"({"version": 1, "experiment": "deposit", "setups": {}, "scheme": "dark", "type_step": 1})");
        older.close();
        AppStateFile file(name);
        const AppState state = file.load();
        QVERIFY(file.setAside().isEmpty());
        QCOMPARE(state.experiment, std::string("deposit"));
        QCOMPARE(state.scheme, Scheme::dark);
        QCOMPARE(state.language, Language::system);
    }
};

} // namespace threadscape

QTEST_GUILESS_MAIN(threadscape::AppStateTest)
#include "app_state_test.moc"
