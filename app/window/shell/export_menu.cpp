#include "window/shell/export_menu.h"

#include "lab/files/settings_file.h"
#include "text/language_change.h"
#include "text/texts.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPointer>
#include <QThreadPool>

namespace threadscape {

namespace {

constexpr QSize kSlide(1600, 900); // px

/// Shows the wait cursor.
class WaitCursor {
public:
    WaitCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QGuiApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor&) = delete;
    WaitCursor& operator=(const WaitCursor&) = delete;
};

} // namespace

ExportMenu::ExportMenu(Session& session, const Setup& setup, const ViewModel& view, QWidget* window)
    : QObject(window),
      m_session(session),
      m_setup(setup),
      m_view(view),
      m_window(window),
      m_menu(new QMenu(window))
{
    m_menu->setToolTipsVisible(true);
    const auto add = [this](auto act, const QKeySequence& key = {}) {
        QAction* const action = m_menu->addAction(QString(), this, act);
        action->setShortcut(key);
        if (!key.isEmpty())
            m_window->addAction(action);
        return action;
    };
    m_open = add([this] { open(); }, QKeySequence::Open);
    m_menu->addSeparator();
    const auto addKinds = [&](OutputKind::Holds holds) {
        for (const OutputKind& kind : outputKinds())
            if (kind.holds == holds && kind.entry.source[0] != '\0')
                m_saves.push_back({&kind, add([this, &kind] { save(kind); },
                                              kind.key != 0 ? QKeySequence(kind.key) : QKeySequence())});
    };
    addKinds(OutputKind::Holds::figure);
    m_copy = add([this] { copyFigure(); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    addShapes();
    m_menu->addSeparator();
    addKinds(OutputKind::Holds::data);
    m_menu->addSeparator();
    m_settings = add([this] { saveSetup(); });
    connect(&setup, &Setup::chosen, m_settings, [this, &setup] { m_settings->setEnabled(setup.canRun()); });
    setAvailable(false);
    onLanguageChange(m_menu, [this] { retranslate(); });
}

void ExportMenu::retranslate()
{
    const auto put = [](QAction* action, const QString& text, const QString& tip) {
        action->setText(text);
        action->setToolTip(tip);
    };
    put(m_open, tr("Open…"), tr("Shows a run, or takes settings, that were saved (Ctrl+O)"));
    put(m_copy, tr("Copy the figure"), tr("As a picture to the clipboard (Ctrl+Shift+C)"));
    put(m_settings, tr("Settings…"), tr("What the next run will be, to be opened here again"));
    for (const auto& [kind, action] : m_saves)
        action->setText(inWords(kind->entry));
    showUnsavable();
    m_parts->setTitle(tr("What the figure shows"));
    const QList<QAction*> parts = m_parts->actions();
    put(parts[0], tr("What is seen"),
        tr("The stretch that was zoomed to, with what is isolated, measured or selected"));
    put(parts[1], tr("The whole run"), tr("From its beginning to its end, whatever was looked at"));
    m_sizes->setTitle(tr("Size of the figure"));
    m_scales->setTitle(tr("Sharpness of PNG"));
    const QList<QAction*> scales = m_scales->actions();
    for (qsizetype i = 0; i < scales.size(); ++i)
        scales[i]->setText(tr("%1×").arg(i + 1));
    nameShapes();
}

void ExportMenu::setAvailable(bool available)
{
    m_available = available;
    m_copy->setEnabled(available);
    showUnsavable();
}

void ExportMenu::showUnsavable()
{
    const auto reason = m_available && m_session.run() ? m_session.run()->unsavable() : std::nullopt;
    for (const auto& [kind, action] : m_saves) {
        const bool refused = reason && kind->trace;
        action->setEnabled(m_available && !refused);
        action->setToolTip(refused ? inWords(*reason) : inWords(kind->tip));
    }
}

QString ExportMenu::askFile(const QString& title, const std::string& experiment, const QString& suffix)
{
    const QString name = QString::fromStdString(experiment) + u'.' + suffix;
    return QFileDialog::getSaveFileName(m_window, title, QDir::home().filePath(name),
                                        QStringLiteral("*.") + suffix);
}

// Exclusive: one of several entries is checked.
QAction* ExportMenu::addChoice(QMenu* menu, bool checked, std::function<void()> choose)
{
    auto* group = menu->findChild<QActionGroup*>();
    if (group == nullptr)
        group = new QActionGroup(menu);
    QAction* action = group->addAction(menu->addAction(QString(), this, std::move(choose)));
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

void ExportMenu::addShapes()
{
    m_parts = m_menu->addMenu(QString());
    m_parts->setToolTipsVisible(true);
    for (const bool whole : {false, true})
        addChoice(m_parts, whole == m_wholeRun, [this, whole] { m_wholeRun = whole; });
    m_sizes = m_menu->addMenu(QString());
    for (const Shape shape : {Shape::slide, Shape::page, Shape::halfPage})
        m_shapes << addChoice(m_sizes, shape == m_shape, [this, shape] { m_shape = shape; });
    connect(m_sizes, &QMenu::aboutToShow, this, &ExportMenu::nameShapes);
    m_scales = m_menu->addMenu(QString());
    for (int times = 1; times <= 4; ++times)
        addChoice(m_scales, times == m_pngScale, [this, times] { m_pngScale = times; });
}

// On a page a figure of two runs is higher: in half of its height not even the lanes would be legible.
QSize ExportMenu::millimetresOf(Shape shape) const
{
    if (shape == Shape::halfPage)
        return {80, oneUnderTheOther() ? 120 : 60};
    return {160, oneUnderTheOther() ? 180 : 100};
}

// Curves of two speedups are in one plot.
bool ExportMenu::oneUnderTheOther() const
{
    return twoRuns() && !showsSpeedup(m_pinned->experiment().plots());
}

bool ExportMenu::twoRuns() const
{
    return m_pinned && m_session.run() && m_pinned != m_session.run();
}

void ExportMenu::nameShapes()
{
    const auto measures = [this](Shape shape) {
        const QSize mm = millimetresOf(shape);
        return tr("%1 × %2 mm").arg(mm.width()).arg(mm.height());
    };
    m_shapes[0]->setText(tr("Slide, %1 × %2").arg(kSlide.width()).arg(kSlide.height()));
    m_shapes[1]->setText(tr("Page, %1").arg(measures(Shape::page)));
    m_shapes[2]->setText(tr("Half a page, %1").arg(measures(Shape::halfPage)));
    m_shapes[2]->setToolTip(m_session.run() && showsSpeedup(m_session.run()->experiment().plots())
                                ? tr("The curves alone: there is no room for the lanes")
                                : tr("The lanes alone, or with what else can be read in it"));
}

void ExportMenu::setPinned(std::shared_ptr<const Run> pinned)
{
    m_pinned = std::move(pinned);
    nameShapes();
}

QSize ExportMenu::sizeOf(Shape shape) const
{
    constexpr double kPxPerMm = 96 / 25.4;
    return shape == Shape::slide ? kSlide : (QSizeF(millimetresOf(shape)) * kPxPerMm).toSize();
}

FigureRequest ExportMenu::figure() const
{
    FigureRequest request;
    request.size = sizeOf(m_shape);
    request.pngScale = m_pngScale;
    request.run = m_session.run();
    if (twoRuns())
        request.beside = m_pinned;
    request.view = m_wholeRun ? m_view.state().whole() : m_view.state();
    return request;
}

void ExportMenu::save(const OutputKind& kind)
{
    const QString title = inWords(kind.ask);
    const QString path =
        kind.target == OutputKind::Target::folder
            ? QFileDialog::getExistingDirectory(m_window, title, QDir::homePath())
            : askFile(title, m_session.run()->experiment().id(), QString::fromLatin1(kind.ending));
    if (path.isEmpty())
        return;
    const auto write = [&kind, path, figure = figure()] { return kind.write(figure, path.toStdString()); };
    if (kind.holds == OutputKind::Holds::data)
        return inBackground(kind, path, write);
    const WaitCursor wait; // painting, which only this thread may do
    tell(path, write(), &kind);
}

void ExportMenu::copyFigure()
{
    const WaitCursor wait;
    QGuiApplication::clipboard()->setImage(figureImage(figure()));
    emit saved(tr("The figure is on the clipboard."));
}

void ExportMenu::saveSetup()
{
    const QString path =
        askFile(tr("Save the settings"), m_setup.experiment().id(), QStringLiteral("threadscape"));
    if (!path.isEmpty())
        tell(path, saveSettings(m_setup.request(), path.toStdString()));
}

void ExportMenu::open()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open a run, a Chrome trace, or settings"),
                                     QDir::homePath(), QStringLiteral("*.tscape *.threadscape *.json"));
    if (!path.isEmpty())
        emit openAsked(path);
}

// A large trace takes seconds; the window must not block.
void ExportMenu::inBackground(const OutputKind& kind, const QString& path,
                              std::function<tl::expected<void, Error>()> write)
{
    emit saved(tr("Saving %1 …").arg(path));
    QThreadPool::globalInstance()->start(
        [menu = QPointer<ExportMenu>(this), &kind, path, write = std::move(write)] {
            const auto done = write();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [menu, &kind, path, done] {
                    if (menu)
                        menu->tell(path, done, &kind);
                },
                Qt::QueuedConnection);
        });
}

void ExportMenu::tell(const QString& path, const tl::expected<void, Error>& done, const OutputKind* kind)
{
    const Text remark =
        done && kind != nullptr && kind->remark != nullptr ? kind->remark(path.toStdString()) : Text();
    if (done)
        emit saved(remark.empty() ? tr("Saved as %1").arg(path) : inWords(remark));
    else
        emit failed([error = done.error()] {
            return tr("%1 Choose another place, or make room there.", "after the sentence of what failed")
                .arg(inWords(error.text));
        });
}

} // namespace threadscape
