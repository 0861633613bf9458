#include <memory> // first: moc 6.4 cannot parse <concepts> as the first standard header

#include "window/settings/text_editor.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace threadscape {

class TextEditorTest final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_spec = {.name = "words", .label = TS_TEXT("test", "Words"), .type = SettingType::text};
        m_spec.whenEmpty = TS_TEXT("test", "made afresh");
        m_edited.clear();
    }

    void cleanup() { m_window.reset(); }

    void tellsWhatAnEmptyTextStandsFor()
    {
        show();
        QCOMPARE(line().text(), QString());
        QCOMPARE(line().placeholderText(), QStringLiteral("made afresh"));
        QCOMPARE(line().accessibleName(), QStringLiteral("Words"));
        QVERIFY(m_window->findChild<QToolButton*>() == nullptr);
    }

    void whatIsWrittenIsTakenOnce()
    {
        show();
        QTest::keyClicks(&line(), QStringLiteral("Anna"));
        QVERIFY(m_edited.empty());
        QTest::keyClick(&line(), Qt::Key_Return);
        QTest::keyClick(&line(), Qt::Key_Return);
        QCOMPARE(m_edited, std::vector<std::string>{"Anna"});
        line().clear();
        QTest::keyClick(&line(), Qt::Key_Return);
        QCOMPARE(m_edited.back(), std::string());
    }

    void anotherSettingsMoveLeavesWhatIsBeingWritten()
    {
        show();
        QTest::keyClicks(&line(), QStringLiteral("An"));
        m_editor->setValue(std::string()); // as before
        QCOMPARE(line().text(), QStringLiteral("An"));
        m_editor->setValue(std::string("Boris"));
        QCOMPARE(line().text(), QStringLiteral("Boris"));
        QVERIFY(m_edited.empty());
    }

    void aFolderCanBeChosen()
    {
        m_spec.folder = true;
        show();
        auto* choose = m_window->findChild<QToolButton*>();
        QVERIFY(choose != nullptr);
        QVERIFY(!choose->accessibleName().isEmpty() && !choose->toolTip().isEmpty());
        const QString folder = QDir::tempPath();
        QTimer answer;
        answer.setInterval(5);
        connect(&answer, &QTimer::timeout, &answer, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            answer.stop();
            dialog->findChild<QLineEdit*>()->setText(folder);
            static_cast<QDialog*>(dialog)->accept();
        });
        answer.start();
        choose->click();
        QCOMPARE(m_edited, std::vector<std::string>{folder.toStdString()});
        QCOMPARE(line().text(), folder);
    }

private:
    void show()
    {
        m_window = std::make_unique<QWidget>();
        m_editor = SettingEditor::make(m_spec, m_window.get());
        auto* column = new QVBoxLayout(m_window.get());
        column->addWidget(m_editor->body());
        connect(m_editor, &SettingEditor::edited, this,
                [this](const SettingValue& value) { m_edited.push_back(std::get<std::string>(value)); });
        m_window->show();
    }

    QLineEdit& line() const { return *m_window->findChild<QLineEdit*>(); }

    SettingSpec m_spec;
    std::unique_ptr<QWidget> m_window;
    SettingEditor* m_editor = nullptr;
    std::vector<std::string> m_edited;
};

} // namespace threadscape

QTEST_MAIN(threadscape::TextEditorTest)
#include "text_editor_test.moc"
