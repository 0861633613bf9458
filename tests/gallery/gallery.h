#pragma once

#include "window/shell/main_window.h"

#include <QDir>
#include <QImage>

namespace threadscape {

/// What the window looks like: an experiment's pictures at each size, in each scheme, before, during and after a run,
/// and beside another.
/// A run serves several pictures: the window is resized and dressed anew while it goes on.
/// Threads: the GUI thread.
class Gallery {
public:
    /// Of a run; `pinned`: it stands above another that has one setting changed. The others are the steps of a
    /// presentation, in one look.
    enum class Moment { start, mid, end, pinned, question, guess, run, answer };

    struct Look {
        Scheme scheme = Scheme::light;
        QSize size;
    };

    /// Light and dark, each at both sizes that the window is made for.
    static const std::vector<Look>& looks();
    /// That of a presentation.
    static Look presentation() { return {Scheme::light, {1920, 1080}}; }
    /// "bank-dark-1024x700-end.png", and "bank-dark-1024x700-end-ru.png" of the same in Russian.
    static QString fileName(const std::string& experiment, const Look& look, Moment moment,
                            Language language = Language::english);

    /// Shows the experiment with its lecture preset, not run.
    explicit Gallery(const std::string& experiment);

    /// Writes all its pictures into a folder that exists; those of finished runs in Russian, too. Says what went wrong: a file that cannot be written, a run
    /// that is over before its middle can be seen.
    tl::expected<void, QString> write(const QDir& folder);

    MainWindow& window() { return m_window; }

private:
    tl::expected<void, QString> writeMiddle(const QDir& folder);
    tl::expected<void, QString> writePinned(const QDir& folder);
    tl::expected<void, QString> writePresentation(const QDir& folder);
    tl::expected<void, QString> writeAll(const QDir& folder, Moment moment);
    tl::expected<void, QString> writeInBoth(const QDir& folder, Moment moment);
    tl::expected<void, QString> writeOne(const QDir& folder, const Look& look, Moment moment);
    /// Runs again until a run's middle is there.
    tl::expected<void, QString> awaitMiddle(int& attempts);
    tl::expected<void, QString> run();
    bool waitForMiddle();
    void waitForEnd();
    void dress(const Look& look);
    QImage picture();

    std::string m_experiment;
    MainWindow m_window;
    QPointer<Presentation> m_presentation;
    std::int64_t m_lengthNs = 0; ///< of a run, as planned or as the last one took; 0: not known yet
};

} // namespace threadscape
