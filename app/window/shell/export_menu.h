#pragma once

#include <QMenu>
#include <QObject>

#include "export/output_kinds.h"
#include "session/session.h"
#include "text/language_change.h"
#include "viewing/view_model.h"
#include "window/settings/setup.h"

namespace threadscape {

/// Saves the results of a run (the figure, the tables, the trace) and the configuration of the next one (the settings),
/// and opens both again. Asks for the path.
class ExportMenu final : public QObject {
    Q_OBJECT

public:
    /// `view`: the view state of the session's run and the pinned one.
    ExportMenu(Session& session, const Setup& setup, const ViewModel& view, QWidget* window);

    QMenu* menu() const { return m_menu; }
    /// Whether there is a run to save. Its trace is offered unless it is unsavable: then the entry says why.
    void setAvailable(bool available);
    /// The run shown above the session's, also in figures; null: none.
    void setPinned(std::shared_ptr<const Run> pinned);

signals:
    /// A file was chosen that is to be shown.
    void openAsked(const QString& path);
    void saved(const QString& sentence);
    void failed(const threadscape::Words& sentence);

private:
    enum class Shape : std::uint8_t { slide, page, halfPage };
    struct Save {
        const OutputKind* kind;
        QAction* action;
    };

    void retranslate();
    void showUnsavable();
    void save(const OutputKind& kind);
    void saveSetup();
    void open();
    void copyFigure();
    QAction* addChoice(QMenu* menu, bool checked, std::function<void()> choose);
    void addShapes();
    void nameShapes();
    /// There is another run above the session's.
    bool twoRuns() const;
    bool oneUnderTheOther() const;
    QSize millimetresOf(Shape shape) const;
    /// In px of 1/96 inch.
    QSize sizeOf(Shape shape) const;
    FigureRequest figure() const;
    QString askFile(const QString& title, const std::string& experiment, const QString& suffix);
    void inBackground(const OutputKind& kind, const QString& path,
                      std::function<tl::expected<void, Error>()> write);
    void tell(const QString& path, const tl::expected<void, Error>& done, const OutputKind* kind = nullptr);

    Session& m_session;
    const Setup& m_setup;
    const ViewModel& m_view;
    std::shared_ptr<const Run> m_pinned;
    QWidget* m_window;
    QMenu* m_menu;
    std::vector<Save> m_saves;
    QAction* m_open;
    QAction* m_copy;
    QAction* m_settings;
    QMenu* m_parts;
    QMenu* m_sizes;
    QMenu* m_scales;
    QList<QAction*> m_shapes; ///< in the order of the enumeration
    Shape m_shape = Shape::slide;
    int m_pngScale = 1;
    bool m_available = false;
    bool m_wholeRun = false; ///< figures show the whole run, not the current view
};

} // namespace threadscape
