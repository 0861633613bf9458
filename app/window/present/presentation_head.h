#pragma once

#include <QLabel>
#include <QWidget>

#include "plots/style/theme.h"

namespace threadscape {

class ElidedLabel;

/// Question and answer above the plots of a presentation: a small line, a large one, and one for what will run.
class PresentationHead final : public QWidget {
    Q_OBJECT

public:
    explicit PresentationHead(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Width at the right end of the small line that is reserved for something else.
    void setTaken(int px);

    /// `topic`: experiment and preset.
    void showGuess(const QString& topic, const QString& question, const QString& setup);
    /// The answer so far. The plots below are not moved from here to the end.
    void showRun(const QString& question, const QString& answer);
    /// `failed`: the answer says why the run failed.
    void showAnswer(const QString& question, const QString& answer, bool failed);
    QString large() const { return m_large->text(); }
    int smallLine() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Says : std::uint8_t { question, answerSoFar, answer };
    void show(Says says, const QString& small, const QString& large, const QString& below, bool failed);
    void fit();

    Theme m_theme;
    Says m_says = Says::question;
    ElidedLabel* m_small;
    QWidget* m_taken;
    QLabel* m_large;
    QLabel* m_below;
};

} // namespace threadscape
