#include "gallery/gallery.h"
#include "lab/run/registry.h"
#include "text/language.h"
#include "text/texts.h"

#include <QApplication>
#include <cstdio>

/// threadscape_gallery FOLDER [EXPERIMENT...]: writes the pictures of the window with those experiments, or all.
int main(int argc, char** argv)
{
    using namespace threadscape;
    if (argc < 2) {
        std::fputs("Usage: threadscape_gallery FOLDER [EXPERIMENT...]\n", stderr);
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the sizes asked for, whatever the screen
    const QApplication application(argc, argv);
    installLanguage();
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!QDir().mkpath(folder.path())) {
        std::fprintf(stderr, "%s cannot be made\n", argv[1]);
        return 1;
    }
    std::vector<std::string> ids(argv + 2, argv + argc);
    if (ids.empty())
        for (const auto& experiment : makeExperiments())
            ids.push_back(experiment->id());
    for (const std::string& id : ids) {
        if (const auto known = makeExperiment(id); !known) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(inWords(known.error().text)));
            return 2;
        }
    }
    for (const std::string& id : ids) {
        std::printf("%s\n", id.c_str());
        std::fflush(stdout);
        if (const auto done = Gallery(id).write(folder); !done) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(done.error()));
            return 1;
        }
    }
    return 0;
}
