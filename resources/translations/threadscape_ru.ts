<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
<context>
    <name>DifferenceWords</name>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a setting before and after: with a lock: no → yes</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a setting before and after: withdrawers 10 → 20</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>a setting that was moved while it ran</comment>
        <translation>%1, затем %2</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>a speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>затравка</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>набор</translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>те же параметры</translation>
    </message>
    <message>
        <source>another trace</source>
        <translation>другая трасса</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 нс</translation>
    </message>
</context>
<context>
    <name>ExperimentWords</name>
    <message>
        <source>%1 %2</source>
        <comment>how many of whom: 5 depositors</comment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n ядро</numerusform>
            <numerusform>%n ядра</numerusform>
            <numerusform>%n ядер</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2; Threadscape %3</source>
        <comment>cores, system, version</comment>
        <translation>%1, %2; Threadscape %3</translation>
    </message>
    <message>
        <source>%1, %2, %3; Threadscape %4</source>
        <comment>processor, cores, system, version</comment>
        <translation>%1, %2, %3; Threadscape %4</translation>
    </message>
    <message>
        <source>Space runs it</source>
        <translation>Пуск – пробел</translation>
    </message>
    <message>
        <source>Space runs it: %1</source>
        <comment>what will run: 5 depositors, 8 s</comment>
        <translation>Пуск – пробел (%1)</translation>
    </message>
    <message>
        <source>%1: %2; %3, seed %4. %5</source>
        <comment>title, settings, length, seed, machine: under a figure</comment>
        <translation>%1 (%2); %3, затравка %4. %5</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a setting and its new value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a setting, its old and its new value</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Open another trace to see it here</source>
        <translation>Откройте другую трассу, чтобы увидеть её здесь</translation>
    </message>
    <message>
        <source>%1: %2, recorded elsewhere. Threadscape %3</source>
        <comment>file, length, version: under a figure</comment>
        <translation>%1: %2, записано не здесь. Threadscape %3</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and its unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Threadscape, a laboratory for concurrency

threadscape                        opens the window
threadscape open FILE [options]    opens it with a run that was saved (.tscape),
                                   with a Chrome trace (.json), ours or anybody&apos;s,
                                   or with settings (.threadscape), not run
threadscape list [--json]          lists the experiments
threadscape run ID [options]       runs one without a window
threadscape --help | --version

Options of run:
  --preset NAME          the settings to begin with: notes, lecture, ...
  --set NAME=VALUE       changes one setting; may be repeated
  --seconds S            for how long; 0: until Ctrl-C
  --seed N               of all random numbers
  --speed X              divides every pause
  --json FILE|-          the result as JSON; - is standard output
  --trace FILE.tscape    the whole run, for threadscape open
  --trace FILE.json      the same, for Perfetto or speedscope too
  --csv DIR              the same as tables
  --png, --svg, --pdf FILE   the figure
  --screenshot FILE      the whole window as PNG
  --size WIDTHxHEIGHT    of figure or screenshot, in pixels; a figure less than 800 wide
                         is for a page, less than 400 for half of one
  --theme light|dark     of figure or screenshot
From --json on, they are also options of open, which then writes these files and
shows no window.
With every command:
  --language en|ru       of all that is written or shown; the window remembers it
Every option may be written --name value or --name=value.

Exit codes: 0 done, 1 the experiment failed or a file could not be written,
2 bad usage, 130 interrupted (files asked for are still written).</source>
        <translation>Threadscape – лаборатория параллельного программирования

threadscape                        открывает окно
threadscape open ФАЙЛ [параметры]  открывает в нём сохранённый прогон (.tscape),
                                   трассу Chrome (.json), свою или чужую,
                                   или настройки (.threadscape), не запуская
threadscape list [--json]          перечисляет опыты
threadscape run ИМЯ [параметры]    проводит опыт без окна
threadscape --help | --version

Параметры run:
  --preset ИМЯ           начальный набор настроек: notes, lecture, ...
  --set ИМЯ=ЗНАЧЕНИЕ     меняет одну настройку; можно повторять
  --seconds С            сколько секунд; 0: до Ctrl-C
  --seed N               затравка всех случайных чисел
  --speed X              делит каждую паузу
  --json ФАЙЛ|-          результат в JSON; - это стандартный вывод
  --trace ФАЙЛ.tscape    весь прогон, для threadscape open
  --trace ФАЙЛ.json      то же, и для Perfetto или speedscope
  --csv ПАПКА            то же таблицами
  --png, --svg, --pdf ФАЙЛ   рисунок
  --screenshot ФАЙЛ      всё окно в PNG
  --size ШИРИНАxВЫСОТА   рисунка или окна, в точках; рисунок уже 800 –
                         для страницы, уже 400 – для её половины
  --theme light|dark     рисунка или окна: светлые или тёмные
Параметры от --json и ниже понимает и open: он пишет эти файлы и окна
не открывает.
С любой командой:
  --language en|ru       язык всего, что пишется и показывается; окно его запомнит
Параметр пишется как --имя значение или --имя=значение.

Коды выхода: 0 сделано, 1 опыт не удался или файл не записан,
2 неверный вызов, 130 прервано (заданные файлы всё равно записаны).</translation>
    </message>
</context>
<context>
    <name>MemoryFile</name>
    <message>
        <source>its folder cannot be made</source>
        <translation>папку для него не создать</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Finished after %1</source>
        <translation>Завершён за %1</translation>
    </message>
    <message>
        <source>Time was up after %1</source>
        <translation>Время вышло: %1</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Остановлен на %1</translation>
    </message>
    <message>
        <source>Deadlocked after %1</source>
        <translation>Взаимная блокировка на %1</translation>
    </message>
    <message>
        <source>Stalled after %1</source>
        <translation>Всё встало на %1</translation>
    </message>
    <message>
        <source>Failed after %1</source>
        <translation>Сбой на %1</translation>
    </message>
    <message>
        <source>Interrupted after %1</source>
        <translation>Прерван на %1</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>%1 s of %2 s, %3 s left</source>
        <translation>%1 с из %2 с, осталось %3 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>run, stop</source>
        <translation>пуск, стоп</translation>
    </message>
    <message>
        <source>Wheel, W, S</source>
        <translation>Колесо, W, S</translation>
    </message>
    <message>
        <source>zoom in and out of the plots</source>
        <translation>приблизить и отдалить графики</translation>
    </message>
    <message>
        <source>Drag, A, D, arrows</source>
        <translation>Мышь, A, D, стрелки</translation>
    </message>
    <message>
        <source>move the plots in time</source>
        <translation>двигать графики по времени</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>fit what is measured or selected, or the whole run</source>
        <translation>показать измеренное, выбранное или весь прогон</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>hold the view, let it go</source>
        <translation>стоп-кадр, отпустить его</translation>
    </message>
    <message>
        <source>Shift+Drag</source>
        <translation>Shift+мышь</translation>
    </message>
    <message>
        <source>measure a stretch of time</source>
        <translation>измерить отрезок времени</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>pin the run to compare the next with it; unpin</source>
        <translation>закрепить прогон и сравнить с ним следующий; открепить</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Щелчок</translation>
    </message>
    <message>
        <source>select a span; Escape lets it go</source>
        <translation>выбрать отрезок; Escape снимает выбор</translation>
    </message>
    <message>
        <source>Ctrl+1, 2, 3</source>
        <translation>Ctrl+1, 2, 3</translation>
    </message>
    <message>
        <source>open threads, locks, log below the plots</source>
        <translation>открыть под графиками потоки, блокировки, журнал</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>go back one zoom</source>
        <translation>вернуть прежний масштаб</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>go back to now</source>
        <translation>вернуться к текущему моменту</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>find an experiment</source>
        <translation>найти опыт</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>open the settings of a small window; Escape closes them</source>
        <translation>открыть параметры в узком окне; Escape закрывает их</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>open a run that was saved</source>
        <translation>открыть сохранённый прогон</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>save the figure</source>
        <translation>сохранить рисунок</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>copy the figure</source>
        <translation>скопировать рисунок</translation>
    </message>
    <message>
        <source>Ctrl+Plus, Ctrl+Minus, Ctrl+0</source>
        <translation>Ctrl+плюс, Ctrl+минус, Ctrl+0</translation>
    </message>
    <message>
        <source>larger, smaller, usual type</source>
        <translation>шрифт крупнее, мельче, обычный</translation>
    </message>
    <message>
        <source>F6, Shift+F6</source>
        <translation>F6, Shift+F6</translation>
    </message>
    <message>
        <source>go on to the next part of the window, or back</source>
        <translation>перейти к следующей части окна или назад</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>выйти</translation>
    </message>
    <message>
        <source>F1, ?</source>
        <translation>F1, ?</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>показать эти клавиши</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>English or Russian</source>
        <translation>английский или русский язык</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>present to a lecture hall, from the question; Escape leaves</source>
        <translation>показать аудитории, начиная с вопроса; Escape – выход</translation>
    </message>
    <message>
        <source>F11</source>
        <translation>F11</translation>
    </message>
    <message>
        <source>present what the window shows; Escape leaves</source>
        <translation>показать аудитории то, что в окне; Escape – выход</translation>
    </message>
    <message>
        <source>Page Down, Page Up</source>
        <translation>Page Down, Page Up</translation>
    </message>
    <message>
        <source>when presenting: a step on, a step back; twice in a run: stop and answer</source>
        <translation>при показе: шаг вперёд, шаг назад; дважды во время прогона: стоп и ответ</translation>
    </message>
    <message>
        <source>. or B</source>
        <translation>. или B</translation>
    </message>
    <message>
        <source>when presenting: a black screen, until any key</source>
        <translation>при показе: чёрный экран до любой клавиши</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>us</source>
        <translation>мкс</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/с</translation>
    </message>
    <message>
        <source>money</source>
        <translation>ед.</translation>
    </message>
</context>
<context>
    <name>axis</name>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 мкс</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 нс</translation>
    </message>
</context>
<context>
    <name>bank</name>
    <message>
        <source>Bank account</source>
        <translation>Банковский счёт</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Depositors</source>
        <translation>Вкладчики</translation>
    </message>
    <message>
        <source>Withdrawers</source>
        <translation>Получатели</translation>
    </message>
    <message>
        <source>withdrawals</source>
        <translation>снятий</translation>
    </message>
    <message>
        <source>what withdrawers want</source>
        <translation>сколько хотят снять</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: the first must not be greater. Lower it, or raise the second.</source>
        <translation>%1 – %2, а %3 – %4: первое не может быть больше. Уменьшите его или увеличьте второе.</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Вклады</translation>
    </message>
    <message>
        <source>Withdrawals</source>
        <translation>Снятия</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Внесено</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Fell below zero</source>
        <translation>Уходов в минус</translation>
    </message>
    <message>
        <source>Useless wake-ups</source>
        <translation>Напрасные пробуждения</translation>
    </message>
    <message>
        <source>Wait, mean</source>
        <translation>Ожидание, среднее</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Ожидание, наибольшее</translation>
    </message>
    <message>
        <source>Fewest withdrawals of one</source>
        <translation>Снятий у одного, меньше всего</translation>
    </message>
    <message>
        <source>Most withdrawals of one</source>
        <translation>Снятий у одного, больше всего</translation>
    </message>
    <message>
        <source>So far: %1 deposits, %2 withdrawals, the balance is %3, the longest wait %4.</source>
        <translation>Пока: вкладов – %1, снятий – %2, баланс – %3, дольше всего ждали %4.</translation>
    </message>
    <message numerus="yes">
        <source>Worse: the balance fell below zero %n times. A woken withdrawer took its money without looking again, after another had taken it.</source>
        <translation>
            <numerusform>Хуже: баланс %n раз уходил в минус. Разбуженный получатель брал деньги, не взглянув на счёт снова, а их уже забрал другой.</numerusform>
            <numerusform>Хуже: баланс %n раза уходил в минус. Разбуженный получатель брал деньги, не взглянув на счёт снова, а их уже забрал другой.</numerusform>
            <numerusform>Хуже: баланс %n раз уходил в минус. Разбуженный получатель брал деньги, не взглянув на счёт снова, а их уже забрал другой.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them, for ever: nobody deposits, so nobody can wake them. The longest wait was %1.</source>
        <translation>Все и навсегда: никто не вносит, а значит, некому и разбудить. Дольше всего ждали %1.</translation>
    </message>
    <message>
        <source>All of them: no withdrawal in %1 deposits. The longest wait was %2.</source>
        <translation>Все: вкладов – %1, снятий – ни одного. Дольше всего ждали %2.</translation>
    </message>
    <message numerus="yes">
        <source>Some do: %n withdrawers got nothing, while one withdrew %1 times. The longest wait was %2.</source>
        <translation>
            <numerusform>Некоторые: ни с чем остался %n получатель, а у самого удачливого снятий – %1. Дольше всего ждали %2.</numerusform>
            <numerusform>Некоторые: ни с чем остались %n получателя, а у самого удачливого снятий – %1. Дольше всего ждали %2.</numerusform>
            <numerusform>Некоторые: ни с чем остались %n получателей, а у самого удачливого снятий – %1. Дольше всего ждали %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some nearly: one withdrew %1 times, another only %2. The longest wait was %3.</source>
        <translation>Некоторые почти: у одного снятий – %1, у другого – только %2. Дольше всего ждали %3.</translation>
    </message>
    <message>
        <source>No: each withdrew %2 to %1 times. The longest wait was %3.</source>
        <translation>Нет: у каждого снятий – от %2 до %1. Дольше всего ждали %3.</translation>
    </message>
    <message>
        <source>Initial balance</source>
        <translation>Начальный баланс</translation>
    </message>
    <message>
        <source>Smallest deposit</source>
        <translation>Наименьший вклад</translation>
    </message>
    <message>
        <source>Largest deposit</source>
        <translation>Наибольший вклад</translation>
    </message>
    <message>
        <source>Smallest withdrawal</source>
        <translation>Наименьшее снятие</translation>
    </message>
    <message>
        <source>Largest withdrawal</source>
        <translation>Наибольшее снятие</translation>
    </message>
    <message>
        <source>Pause after a deposit</source>
        <translation>Пауза после вклада</translation>
    </message>
    <message>
        <source>Pause after a withdrawal</source>
        <translation>Пауза после снятия</translation>
    </message>
    <message>
        <source>Work with the lock held</source>
        <translation>Работа под блокировкой</translation>
    </message>
    <message>
        <source>Between reading the balance and writing it back.</source>
        <translation>Между чтением баланса и записью нового.</translation>
    </message>
    <message>
        <source>A deposit wakes</source>
        <translation>Вклад будит</translation>
    </message>
    <message>
        <source>all</source>
        <translation>всех</translation>
    </message>
    <message>
        <source>one</source>
        <translation>одного</translation>
    </message>
    <message>
        <source>A woken withdrawer looks again</source>
        <translation>Проснувшись, проверяет снова</translation>
    </message>
    <message>
        <source>while too little</source>
        <translation>while: пока мало</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>if: никогда</translation>
    </message>
    <message>
        <source>Wake-ups without a reason</source>
        <translation>Ложные пробуждения</translation>
    </message>
    <message>
        <source>Systems may wake a waiter though nobody notified it.</source>
        <translation>Система может разбудить поток, хотя его никто не оповещал.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message numerus="yes">
        <source>Do %n withdrawers starve when %1 deposit?</source>
        <translation>
            <numerusform>Голодает ли %n получатель, если вносят %1?</numerusform>
            <numerusform>Голодают ли %n получателя, если вносят %1?</numerusform>
            <numerusform>Голодают ли %n получателей, если вносят %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each deposit brings an amount between the two, by chance.</source>
        <translation>Каждый вклад вносит случайную сумму между этими двумя.</translation>
    </message>
    <message>
        <source>Each withdrawal wants an amount between the two, by chance.</source>
        <translation>Каждое снятие требует случайную сумму между этими двумя.</translation>
    </message>
    <message>
        <source>The one that is woken may be one who still cannot withdraw.</source>
        <translation>Проснуться может тот, кому денег всё ещё не хватает.</translation>
    </message>
    <message>
        <source>Between the wake-up and the lock somebody else may have taken the money.</source>
        <translation>Между пробуждением и взятием блокировки деньги мог забрать другой.</translation>
    </message>
</context>
<context>
    <name>bars</name>
    <message>
        <source>expected</source>
        <translation>ожидалось</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>насчитано</translation>
    </message>
    <message>
        <source>The first round is being counted.</source>
        <translation>Идёт счёт первого круга.</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>Lost in each round</source>
        <translation>Потеряно в каждом круге</translation>
    </message>
    <message>
        <source>No round lost anything.</source>
        <translation>Ни один круг ничего не потерял.</translation>
    </message>
    <message>
        <source>Round %1 lost %2</source>
        <translation>Круг %1: потеряно %2</translation>
    </message>
</context>
<context>
    <name>command_line</name>
    <message>
        <source>--set takes NAME=VALUE, such as --set depositors=3, not &quot;%1&quot;.</source>
        <translation>Параметру --set нужно ИМЯ=ЗНАЧЕНИЕ, например --set depositors=3, а не «%1».</translation>
    </message>
    <message>
        <source>%1 takes the name of a file, and none was given.</source>
        <translation>Параметру %1 нужно имя файла, а его нет.</translation>
    </message>
    <message>
        <source>Only --json can write to standard output (&quot;-&quot;); %1 takes a path.</source>
        <translation>В стандартный вывод («-») пишет только --json; параметру %1 нужен путь.</translation>
    </message>
    <message>
        <source>--trace takes a file whose name ends in .tscape (to be opened here again) or .json (for Perfetto), not &quot;%1&quot;.</source>
        <translation>Параметру --trace нужен файл с именем на .tscape (чтобы снова открыть его здесь) или .json (для Perfetto), а не «%1».</translation>
    </message>
    <message>
        <source>%1 and %2 write to the same place, %3; give each its own.</source>
        <translation>%1 и %2 пишут в одно место, %3; укажите каждому своё.</translation>
    </message>
    <message>
        <source>run takes one experiment, and both &quot;%1&quot; and &quot;%2&quot; were given.</source>
        <translation>Команде run нужен один опыт, а указаны «%1» и «%2».</translation>
    </message>
    <message>
        <source>run needs the id of an experiment; &quot;threadscape list&quot; shows which there are.</source>
        <translation>Команде run нужно имя опыта; какие они бывают, покажет «threadscape list».</translation>
    </message>
    <message>
        <source>open takes one file, and both &quot;%1&quot; and &quot;%2&quot; were given.</source>
        <translation>Команде open нужен один файл, а указаны «%1» и «%2».</translation>
    </message>
    <message>
        <source>open needs a file, such as bank.tscape or bank.threadscape.</source>
        <translation>Команде open нужен файл, например bank.tscape или bank.threadscape.</translation>
    </message>
    <message>
        <source>%1 stands alone, and &quot;%2&quot; follows it.</source>
        <translation>%1 указывают отдельно, а за ним стоит «%2».</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot;; did you mean %2? Allowed are open, list, run, --help and --version.</source>
        <translation>Команды «%1» нет; может быть, %2? Есть open, list, run, --help и --version.</translation>
    </message>
    <message>
        <source>There is no &quot;%1&quot;; allowed are open, list, run, --help and --version.</source>
        <translation>Команды «%1» нет; есть open, list, run, --help и --version.</translation>
    </message>
    <message>
        <source>There is no option %1; did you mean %2?</source>
        <translation>Параметра %1 нет; может быть, %2?</translation>
    </message>
    <message>
        <source>There is no option %1; allowed are %2.</source>
        <translation>Параметра %1 нет; есть %2.</translation>
    </message>
    <message>
        <source>%1 is given twice; once is allowed.</source>
        <translation>%1 указан дважды, а можно один раз.</translation>
    </message>
    <message>
        <source>%1 needs a value: &quot;%1 VALUE&quot; or &quot;%1=VALUE&quot;.</source>
        <translation>Параметру %1 нужно значение: «%1 ЗНАЧЕНИЕ» или «%1=ЗНАЧЕНИЕ».</translation>
    </message>
    <message>
        <source>%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>Параметру %1 нужно число от %2 до %3, а не «%4».</translation>
    </message>
    <message>
        <source>%1 takes a whole number from 0 to 18446744073709551615, not &quot;%2&quot;.</source>
        <translation>Параметру %1 нужно целое число от 0 до 18446744073709551615, а не «%2».</translation>
    </message>
    <message>
        <source>%1 takes WIDTHxHEIGHT in pixels, such as 1600x900, each from %2 to %3, not &quot;%4&quot;.</source>
        <translation>Параметру %1 нужны ШИРИНАxВЫСОТА в точках, например 1600x900, от %2 до %3 каждая, а не «%4».</translation>
    </message>
    <message>
        <source>%1 takes one of: %2; not &quot;%3&quot;.</source>
        <translation>Параметру %1 нужно одно из: %2; а не «%3».</translation>
    </message>
    <message>
        <source>%1 holds settings and no run, so that nothing can be written of it: open it, and press Run.</source>
        <translation>В файле %1 настройки, а прогона нет, и записать нечего: откройте его и нажмите «Пуск».</translation>
    </message>
    <message>
        <source>list takes only --json and --language, not &quot;%1&quot;.</source>
        <translation>Команда list понимает только --json и --language, а не «%1».</translation>
    </message>
</context>
<context>
    <name>contention</name>
    <message>
        <source>There was no lock in this run: nobody waited.</source>
        <translation>Блокировок в этом прогоне не было: никто не ждал.</translation>
    </message>
    <message>
        <source>Nobody had to wait.</source>
        <translation>Ждать никому не пришлось.</translation>
    </message>
    <message>
        <source>Nobody took the lock in this run: nobody waited.</source>
        <translation>Блокировку в этом прогоне никто не захватывал: никто и не ждал.</translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message>
        <source>Counter</source>
        <translation>Счётчик</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Насчитано</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Rounds with a loss</source>
        <translation>Круги с потерей</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Круги</translation>
    </message>
    <message>
        <source>Lost in each round</source>
        <translation>Потеряно в каждом круге</translation>
    </message>
    <message>
        <source>So far: %1 of %2 rounds, %3 with a loss.</source>
        <translation>Пока: кругов – %1 из %2, с потерей – %3.</translation>
    </message>
    <message>
        <source>Ended before the first round was counted.</source>
        <translation>Остановлен до конца первого круга.</translation>
    </message>
    <message>
        <source>No: %1 of %2 increments were lost. Two threads read the same number, and one of the two sums was overwritten; it went wrong in %3 of %4 rounds.</source>
        <translation>Нет: потеряно прибавлений – %1 из %2. Два потока читали одно и то же число, и одна из двух сумм затиралась; кругов с потерей – %3 из %4.</translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</source>
        <translation>
            <numerusform>Да, во всех кругах (%n): блокировка пускает читать и писать по одному потоку.</numerusform>
            <numerusform>Да, во всех кругах (%n): блокировка пускает читать и писать по одному потоку.</numerusform>
            <numerusform>Да, во всех кругах (%n): блокировка пускает читать и писать по одному потоку.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</source>
        <translation>
            <numerusform>Да, во всех кругах (%n): каждое прибавление – один шаг, в который никто не вмешается.</numerusform>
            <numerusform>Да, во всех кругах (%n): каждое прибавление – один шаг, в который никто не вмешается.</numerusform>
            <numerusform>Да, во всех кругах (%n): каждое прибавление – один шаг, в который никто не вмешается.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This time, in all of %n rounds: but only luck kept the threads apart.</source>
        <translation>
            <numerusform>На этот раз да, во всех кругах (%n): но потоки не столкнулись лишь по счастливой случайности.</numerusform>
            <numerusform>На этот раз да, во всех кругах (%n): но потоки не столкнулись лишь по счастливой случайности.</numerusform>
            <numerusform>На этот раз да, во всех кругах (%n): но потоки не столкнулись лишь по счастливой случайности.</numerusform>
        </translation>
    </message>
    <message>
        <source>Increments of each</source>
        <translation>Прибавлений у каждого</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>блокировка</translation>
    </message>
    <message>
        <source>atomic</source>
        <translation>атомарно</translation>
    </message>
    <message>
        <source>Is %1 × %2 always %3?</source>
        <translation>%1 × %2 – всегда ли это %3?</translation>
    </message>
    <message>
        <source>So many times from zero, all threads at once.</source>
        <translation>Столько раз с нуля, все потоки сразу.</translation>
    </message>
    <message>
        <source>None: read, add one, write, as three steps. Atomic: as one step.</source>
        <translation>Без защиты: прочесть, прибавить, записать – три шага. Атомарно – один.</translation>
    </message>
</context>
<context>
    <name>deposit</name>
    <message>
        <source>Lost updates</source>
        <translation>Потерянные обновления</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Работники</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидается</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>потеряно: %1</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряно</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>So far: %1 of %2 deposits made, the balance is %3.</source>
        <translation>Пока: вкладов – %1 из %2, баланс – %3.</translation>
    </message>
    <message>
        <source>Ended after %1 of %2 deposits: the balance is %3, %4 lost.</source>
        <translation>Остановлен после %1 из %2 вкладов: баланс – %3, потеряно – %4.</translation>
    </message>
    <message numerus="yes">
        <source>No, %1: up to %n threads read the same balance before any wrote.</source>
        <translation>
            <numerusform>Нет, %1: поток читал баланс, который другой вот-вот изменит (одновременно – до %n).</numerusform>
            <numerusform>Нет, %1: один и тот же баланс успевали прочесть до %n потоков, прежде чем кто-то записывал новый.</numerusform>
            <numerusform>Нет, %1: один и тот же баланс успевали прочесть до %n потоков, прежде чем кто-то записывал новый.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, %1, in %2: with the lock one deposit waits for the other.</source>
        <translation>Да, %1, за %2: с блокировкой один вклад ждёт другого.</translation>
    </message>
    <message>
        <source>Yes, %1, in %2: this time no two deposits met.</source>
        <translation>Да, %1, за %2: на этот раз вклады не столкнулись.</translation>
    </message>
    <message>
        <source>Deposits</source>
        <translation>Вклады</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>With a lock</source>
        <translation>С блокировкой</translation>
    </message>
    <message numerus="yes">
        <source>Do %n deposits of %1 make %2?</source>
        <translation>
            <numerusform>Даст ли %n вклад по %1 ровно %2?</numerusform>
            <numerusform>Дадут ли %n вклада по %1 ровно %2?</numerusform>
            <numerusform>Дадут ли %n вкладов по %1 ровно %2?</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads of the pool that share the deposits.</source>
        <translation>Потоки пула, которые делят вклады между собой.</translation>
    </message>
    <message>
        <source>Between reading the balance and writing it back.</source>
        <translation>Между чтением баланса и записью нового.</translation>
    </message>
    <message>
        <source>Held from reading to writing: one deposit at a time.</source>
        <translation>Её держат от чтения до записи: вклады идут по одному.</translation>
    </message>
</context>
<context>
    <name>exec</name>
    <message>
        <source>The pool was shut down: it takes no more tasks.</source>
        <translation>Пул остановлен и задач больше не принимает.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Файл %1 не прочесть: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 – не файл.</translation>
    </message>
    <message>
        <source>The file shows a run of &quot;%1&quot;, an experiment that this version of Threadscape does not have.</source>
        <translation>В файле прогон опыта «%1», а в этой версии Threadscape такого опыта нет.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>Файл %1 не записать: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: it does not tell any more what was run, and cannot be shown.</source>
        <translation>Файл %1 повреждён: по нему уже не понять, что запускалось, и показать его нельзя.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is.</source>
        <translation>Для %1 не хватает памяти.</translation>
    </message>
    <message>
        <source>%1 is no settings file of Threadscape, or it is damaged.</source>
        <translation>%1 – не файл настроек Threadscape, или он повреждён.</translation>
    </message>
    <message>
        <source>%1 is of another version of Threadscape: its format is %2, and this one reads %3.</source>
        <translation>%1 – от другой версии Threadscape: его формат – %2, а эта версия читает %3.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Папку %1 не создать: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged: what could be read of it is shown.</source>
        <translation>Файл %1 повреждён: показано то, что удалось прочесть.</translation>
    </message>
    <message>
        <source>%1 is cut off: what stands before the cut is shown.</source>
        <translation>Файл %1 оборван: показано то, что уцелело до обрыва.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>Файл %1 пуст.</translation>
    </message>
    <message>
        <source>%1 is no trace file of Threadscape (.tscape).</source>
        <translation>%1 – не трасса Threadscape (.tscape).</translation>
    </message>
    <message>
        <source>%1 is cut off before anything that could be shown.</source>
        <translation>Файл %1 оборван раньше, чем в нём появилось что показать.</translation>
    </message>
    <message>
        <source>%1 was written by another version of Threadscape, which this one cannot read.</source>
        <translation>%1 записан другой версией Threadscape, и эта его не прочтёт.</translation>
    </message>
    <message>
        <source>%1 does not tell any more what was run: what was recorded is shown.</source>
        <translation>%1 больше не сообщает, что выполнялось: показано то, что записано.</translation>
    </message>
    <message>
        <source>%1 is packed (gzip): unpack it, and open what comes out of it.</source>
        <translation>%1 сжат (gzip): распакуйте его и откройте то, что получится.</translation>
    </message>
    <message>
        <source>%1 is no trace that Threadscape can open: neither its own (.tscape) nor a Chrome trace (.json).</source>
        <translation>%1 – не трасса, которую может открыть Threadscape: ни своя (.tscape), ни Chrome (.json).</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 of %3 events could not be read.</source>
        <translation>%1 повреждён: не удалось прочесть событий: %2 из %3.</translation>
    </message>
    <message>
        <source>%1 is no JSON, and no trace.</source>
        <translation>%1 – не JSON и не трасса.</translation>
    </message>
    <message>
        <source>%1 is JSON, but no Chrome trace: there are no events in it.</source>
        <translation>%1 – это JSON, но не трасса Chrome: событий в нём нет.</translation>
    </message>
    <message>
        <source>%1 is a Chrome trace with nothing in it that could be shown: no slices, and no counters.</source>
        <translation>%1 – трасса Chrome, но показать в ней нечего: нет ни отрезков, ни счётчиков.</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message>
        <source>%1 has been %2 for %3</source>
        <translation>%1: %2, уже %3</translation>
    </message>
    <message>
        <source>%1 was %2 for %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 has waited %2 for %3, held by %4</source>
        <translation>%1 ждёт уже %2: «%3» держит %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3, held by %4</source>
        <translation>%1 ждёт %2: «%3» держит %4</translation>
    </message>
    <message>
        <source>%1 has waited %2 on %3 and was not woken</source>
        <translation>%1 ждёт события «%3» уже %2, и никто не будит</translation>
    </message>
    <message>
        <source>%1 has waited %2 for %3</source>
        <translation>%1 ждёт «%3» уже %2</translation>
    </message>
    <message>
        <source>%1 waited %2 on %3, woken by %4</source>
        <translation>%1 ждёт события «%3» %2, будит %4</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3, passed on by %4</source>
        <translation>%1 ждёт «%3» %2, передаёт %4</translation>
    </message>
    <message>
        <source>%1 waited %2 on %3</source>
        <translation>%1 ждёт события «%3» %2</translation>
    </message>
    <message>
        <source>%1 waited %2 for %3</source>
        <translation>%1 ждёт «%3» %2</translation>
    </message>
    <message>
        <source>%1 ran for %2, holding %3</source>
        <translation>%1 работает %2 и держит «%3»</translation>
    </message>
    <message>
        <source>%1 ran for %2</source>
        <translation>%1 работает %2</translation>
    </message>
    <message>
        <source>%1 has slept for %2</source>
        <translation>%1 спит уже %2</translation>
    </message>
    <message>
        <source>%1 slept for %2, holding %3</source>
        <translation>%1 спит %2 и держит «%3»</translation>
    </message>
    <message>
        <source>%1 slept for %2</source>
        <translation>%1 спит %2</translation>
    </message>
    <message>
        <source>%1 could have run for %2, but no core was free</source>
        <translation>%1 мог бы работать %2, но свободного ядра нет</translation>
    </message>
    <message>
        <source>%1 had nothing to do for %2</source>
        <translation>%1 простаивает %2</translation>
    </message>
    <message>
        <source>What %1 did for %2 is not known</source>
        <translation>%1: что происходит эти %2, неизвестно</translation>
    </message>
    <message>
        <source>%1, %2: %3 % %4, too short to tell apart; zoom in</source>
        <translation>%1, %2: %3 % – %4; слишком мелко, приблизьте</translation>
    </message>
    <message>
        <source>%1 ran for %2: %3 %4</source>
        <translation>%1 работает %2: %3 %4</translation>
    </message>
    <message>
        <source>%1 waited for a lock</source>
        <translation>ждут блокировку: %1</translation>
    </message>
    <message>
        <source>%1 waited for a signal</source>
        <translation>ждут сигнала: %1</translation>
    </message>
    <message>
        <source>%1 waited for a lock, %2 for a signal</source>
        <translation>ждут блокировку: %1, сигнала: %2</translation>
    </message>
    <message>
        <source>%1 has held %2 for %3</source>
        <translation>%1 держит «%2» уже %3</translation>
    </message>
    <message>
        <source>%1 held %2 for %3</source>
        <translation>%1 держит «%2» %3</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 is %2, written by %3 %4 before</source>
        <translation>%1 – %2, %4 назад записал %3</translation>
    </message>
    <message>
        <source>%1: %2, for %3 so far</source>
        <translation>%1: %2, пока %3</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>legend</name>
    <message>
        <source>Legend: the states and their shares</source>
        <translation>Легенда: состояния и их доли</translation>
    </message>
    <message>
        <source>%1 under %2 %</source>
        <translation>%1 меньше %2 %</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Shares of all lanes&apos; time in the picture. Click a state to see it alone.</source>
        <translation>Доли времени всех дорожек на рисунке. Щелчок по состоянию покажет его одно.</translation>
    </message>
</context>
<context>
    <name>name</name>
    <message>
        <source>Depositor</source>
        <translation>Вкладчик</translation>
    </message>
    <message>
        <source>Withdrawer</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Deposit made</source>
        <translation>Внесён вклад</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>вклад</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>снятие</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Spurious wake-ups</source>
        <translation>Ложный будильник</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Счётчик</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End of the round</source>
        <translation>Конец круга</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Работник</translation>
    </message>
    <message>
        <source>MainThread</source>
        <translation>Главный поток</translation>
    </message>
</context>
<context>
    <name>operation</name>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 –%2</source>
        <translation>%1 –%2</translation>
    </message>
</context>
<context>
    <name>output</name>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation>Результат не удалось записать в стандартный вывод.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 не записать: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be written: there is no folder %2.</source>
        <translation>%1 не записать: папки %2 нет.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is no folder.</source>
        <translation>%1 не записать: %2 – не папка.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is a folder.</source>
        <translation>%1 не записать: это папка.</translation>
    </message>
    <message>
        <source>%1 cannot be written: it is protected.</source>
        <translation>%1 не записать: он защищён от записи.</translation>
    </message>
</context>
<context>
    <name>plot</name>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
</context>
<context>
    <name>plots</name>
    <message>
        <source>Plots over time</source>
        <translation>Графики по времени</translation>
    </message>
    <message>
        <source>Held at %1</source>
        <translation>Стоп-кадр на %1</translation>
    </message>
</context>
<context>
    <name>preset</name>
    <message>
        <source>Lecture</source>
        <translation>Лекция</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Конспект</translation>
    </message>
    <message>
        <source>One wake-up</source>
        <translation>Будят одного</translation>
    </message>
    <message>
        <source>Forgot the while</source>
        <translation>Забыт while</translation>
    </message>
    <message>
        <source>Nobody deposits</source>
        <translation>Никто не вносит</translation>
    </message>
    <message>
        <source>With a lock</source>
        <translation>С блокировкой</translation>
    </message>
    <message>
        <source>Atomic</source>
        <translation>Атомарно</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Замедленно</translation>
    </message>
    <message>
        <source>Single file</source>
        <translation>По одному</translation>
    </message>
</context>
<context>
    <name>process</name>
    <message>
        <source>No worker process knows the task %1.</source>
        <translation>Ни один рабочий процесс не знает задачи %1.</translation>
    </message>
    <message>
        <source>%1 was not started: the system gives no memory for its events (%2).</source>
        <translation>%1 не запущен: система не даёт памяти для его событий (%2).</translation>
    </message>
    <message>
        <source>%1 was not started: there is no program %2. It belongs beside threadscape; the environment variable THREADSCAPE_WORKER can name another place.</source>
        <translation>%1 не запущен: нет программы %2. Её место – рядом с threadscape; другое можно указать в переменной окружения THREADSCAPE_WORKER.</translation>
    </message>
    <message>
        <source>%1 was not started: %2 is not a program that can be run (%3).</source>
        <translation>%1 не запущен: %2 – не программа, которую можно запустить (%3).</translation>
    </message>
    <message>
        <source>%1 was not started: the system refused another process (%2).</source>
        <translation>%1 не запущен: система отказала в новом процессе (%2).</translation>
    </message>
</context>
<context>
    <name>registry</name>
    <message>
        <source>There is no experiment &quot;%1&quot;: did you mean %2? There are %3.</source>
        <translation>Опыта «%1» нет: может быть, %2? Есть %3.</translation>
    </message>
    <message>
        <source>There is no experiment &quot;%1&quot;: there are %2.</source>
        <translation>Опыта «%1» нет: есть %2.</translation>
    </message>
</context>
<context>
    <name>runner</name>
    <message>
        <source>The run is over: %1 cannot be changed any more.</source>
        <translation>Прогон окончен: %1 уже не изменить.</translation>
    </message>
    <message>
        <source>The experiment %1 has no setting &quot;%2&quot;: did you mean %3? It has %4.</source>
        <translation>У опыта %1 нет параметра «%2»: может быть, %3? Есть %4.</translation>
    </message>
    <message>
        <source>The experiment %1 has no setting &quot;%2&quot;: it has %3.</source>
        <translation>У опыта %1 нет параметра «%2»: есть %3.</translation>
    </message>
    <message>
        <source>%1 has no preset &quot;%2&quot;: did you mean %3? It has %4.</source>
        <translation>У опыта %1 нет набора «%2»: может быть, %3? Есть %4.</translation>
    </message>
    <message>
        <source>%1 has no preset &quot;%2&quot;: it has %3.</source>
        <translation>У опыта %1 нет набора «%2»: есть %3.</translation>
    </message>
    <message>
        <source>seconds must be 0 (until stopped) or a number greater than 0.</source>
        <translation>seconds – это 0 (до остановки) или число больше 0.</translation>
    </message>
    <message>
        <source>speed is %1: it must be a number from %2 to %3.</source>
        <translation>speed – %1, а нужно число от %2 до %3.</translation>
    </message>
    <message numerus="yes">
        <source>The system refused another thread after the %n that run. Lower the number of threads below that.</source>
        <translation>
            <numerusform>Система отказала в новом потоке: работает уже %n. Уменьшите число потоков.</numerusform>
            <numerusform>Система отказала в новом потоке: работают уже %n. Уменьшите число потоков.</numerusform>
            <numerusform>Система отказала в новом потоке: работают уже %n. Уменьшите число потоков.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system refused: %1.</source>
        <translation>Система отказала: %1.</translation>
    </message>
    <message>
        <source>There was not enough memory for the run. Lower its settings, or end other programs.</source>
        <translation>Для прогона не хватило памяти. Уменьшите его параметры или закройте другие программы.</translation>
    </message>
    <message>
        <source>The experiment failed: %1.</source>
        <translation>Опыт не удался: %1.</translation>
    </message>
    <message>
        <source>The experiment failed for a reason that it did not tell.</source>
        <translation>Опыт не удался, а почему – не сообщил.</translation>
    </message>
    <message>
        <source>%1 cannot be changed while the run goes on.</source>
        <translation>%1: во время прогона не изменить.</translation>
    </message>
    <message>
        <source>Only %1 of %2 threads started (%3): the system refused more. Lower their number to %1.</source>
        <translation>Запущено потоков: %1 из %2 (%3), больше система не даёт. Уменьшите их число до %1.</translation>
    </message>
    <message>
        <source>The run cannot start: the system refused a thread (%1).</source>
        <translation>Прогон не начать: система отказала в потоке (%1).</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>%1 is &quot;%2&quot;: it must be a whole number from %3 to %4.</source>
        <translation>%1 – «%2», а нужно целое число от %3 до %4.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be a number from %3 to %4.</source>
        <translation>%1 – «%2», а нужно число от %3 до %4.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be true or false.</source>
        <translation>%1 – «%2», а нужно true или false.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: did you mean %4? It must be one of %3.</source>
        <translation>%1 – «%2»: может быть, %4? Нужно одно из %3.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: it must be one of %3.</source>
        <translation>%1 – «%2», а нужно одно из %3.</translation>
    </message>
</context>
<context>
    <name>span</name>
    <message>
        <source>%1, passed on by %2</source>
        <translation>%1, передаёт %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; since %2 s</source>
        <translation>%1; с %2 с</translation>
    </message>
    <message>
        <source>%1; from %2 s to %3 s</source>
        <translation>%1; от %2 с до %3 с</translation>
    </message>
</context>
<context>
    <name>state heading</name>
    <message>
        <source>running</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готовность</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>блокировка</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>семафор</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>условие</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>очередь</translation>
    </message>
    <message>
        <source>join</source>
        <translation>конец потока</translation>
    </message>
    <message>
        <source>result</source>
        <translation>результат</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>сон</translation>
    </message>
    <message>
        <source>input/output</source>
        <translation>ввод-вывод</translation>
    </message>
    <message>
        <source>interpreter lock</source>
        <translation>интерпретатор</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>простой</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>running</source>
        <translation>работа</translation>
    </message>
    <message>
        <source>ready, no core free</source>
        <translation>готовность, нет ядра</translation>
    </message>
    <message>
        <source>waiting for a lock</source>
        <translation>ожидание блокировки</translation>
    </message>
    <message>
        <source>waiting for a semaphore</source>
        <translation>ожидание семафора</translation>
    </message>
    <message>
        <source>waiting on a condition</source>
        <translation>ожидание условия</translation>
    </message>
    <message>
        <source>waiting on a queue</source>
        <translation>ожидание очереди</translation>
    </message>
    <message>
        <source>waiting for a thread to end</source>
        <translation>ожидание конца потока</translation>
    </message>
    <message>
        <source>waiting for a result</source>
        <translation>ожидание результата</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>сон</translation>
    </message>
    <message>
        <source>input or output</source>
        <translation>ввод-вывод</translation>
    </message>
    <message>
        <source>waiting for the interpreter lock</source>
        <translation>ожидание блокировки интерпретатора</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>простой</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>An RLock can be released only by the thread that holds it.</source>
        <translation>RLock может освободить только поток, который его держит.</translation>
    </message>
    <message>
        <source>More items of a queue were marked done than had been put.</source>
        <translation>Выполненными отмечено больше элементов очереди, чем в неё положено.</translation>
    </message>
    <message>
        <source>A BoundedSemaphore was released more often than it was acquired.</source>
        <translation>BoundedSemaphore освобождён чаще, чем захвачен.</translation>
    </message>
</context>
<context>
    <name>threadscape::Appearance</name>
    <message>
        <source>Light</source>
        <translation>Светлая тема</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная тема</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Шрифт крупнее</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Шрифт мельче</translation>
    </message>
    <message>
        <source>Usual type</source>
        <translation>Обычный шрифт</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Язык системы</translation>
    </message>
</context>
<context>
    <name>threadscape::Comparison</name>
    <message>
        <source>Plots of the run</source>
        <translation>Графики прогона</translation>
    </message>
    <message>
        <source>Unpins the run (Ctrl+D)</source>
        <translation>Открепляет прогон (Ctrl+D)</translation>
    </message>
    <message>
        <source>Unpin the run</source>
        <translation>Открепить прогон</translation>
    </message>
    <message>
        <source>Pin this run</source>
        <translation>Закрепить этот</translation>
    </message>
    <message>
        <source>Pins this run instead: the next is compared with it</source>
        <translation>Закрепляет этот прогон вместо прежнего: следующий сравнится с ним</translation>
    </message>
    <message>
        <source>Pin this run instead</source>
        <translation>Закрепить этот прогон вместо прежнего</translation>
    </message>
    <message>
        <source>Plots of the pinned run</source>
        <translation>Графики закреплённого прогона</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплён</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот прогон</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Следующий прогон</translation>
    </message>
</context>
<context>
    <name>threadscape::DataTable</name>
    <message>
        <source>A click on a heading sorts; Ctrl+C copies as CSV</source>
        <translation>Щелчок по заголовку сортирует; Ctrl+C копирует в CSV</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Копировать в CSV</translation>
    </message>
</context>
<context>
    <name>threadscape::Drawer</name>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Блокировки</translation>
    </message>
    <message>
        <source>Each thread&apos;s time, by what it did (Ctrl+1)</source>
        <translation>Время каждого потока: на что ушло (Ctrl+1)</translation>
    </message>
    <message>
        <source>How often each lock was taken and waited for (Ctrl+2)</source>
        <translation>Как часто каждую блокировку захватывали и ждали (Ctrl+2)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>What the experiment printed, and the settings that were moved (Ctrl+3)</source>
        <translation>Что напечатал опыт и какие параметры сдвигали (Ctrl+3)</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>Прогона ещё не было.</translation>
    </message>
    <message>
        <source>%1 measured, from %2 to %3</source>
        <translation>Измерено %1, от %2 до %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>which run, what was measured</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Поток</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>Время ЦП</translation>
    </message>
    <message>
        <source>%1 (daemon)</source>
        <translation>%1 (демон)</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>жив</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Захваты</translation>
    </message>
    <message>
        <source>Contended</source>
        <translation>Ждали</translation>
    </message>
    <message>
        <source>Wait, mean</source>
        <translation>Ожид., средн.</translation>
    </message>
    <message>
        <source>Wait, 99 %</source>
        <translation>Ожид., 99 %</translation>
    </message>
    <message>
        <source>Wait, longest</source>
        <translation>Ожид., макс.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Держали</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Занята</translation>
    </message>
    <message>
        <source>This run has no locks.</source>
        <translation>Блокировок в этом прогоне нет.</translation>
    </message>
    <message>
        <source>%1: waits</source>
        <translation>%1: ожидания</translation>
    </message>
    <message>
        <source>%1: holds</source>
        <translation>%1: удержания</translation>
    </message>
    <message>
        <source>%1 s  %2</source>
        <comment>when, and which setting was moved</comment>
        <translation>%1 с  %2</translation>
    </message>
    <message>
        <source>%1 s  %2: %3</source>
        <translation>%1 с  %2: %3</translation>
    </message>
    <message>
        <source>Nothing was printed so far, and no setting was moved.</source>
        <translation>Пока ничего не напечатано, и параметры не сдвигали.</translation>
    </message>
    <message>
        <source>Pinned run</source>
        <translation>Закреплённый прогон</translation>
    </message>
</context>
<context>
    <name>threadscape::ExperimentList</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Поиск опыта</translation>
    </message>
    <message>
        <source>Search experiments (Ctrl+F)</source>
        <translation>Поиск опыта (Ctrl+F)</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Опыты</translation>
    </message>
</context>
<context>
    <name>threadscape::ExportMenu</name>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Shows a run, or takes settings, that were saved (Ctrl+O)</source>
        <translation>Показывает сохранённый прогон или берёт сохранённые параметры (Ctrl+O)</translation>
    </message>
    <message>
        <source>Figure as PNG…</source>
        <translation>Рисунок PNG…</translation>
    </message>
    <message>
        <source>A picture, also for slides (Ctrl+S)</source>
        <translation>Картинка, годится и для слайдов (Ctrl+S)</translation>
    </message>
    <message>
        <source>Figure as SVG…</source>
        <translation>Рисунок SVG…</translation>
    </message>
    <message>
        <source>Lines and text that can be edited</source>
        <translation>Линии и текст, которые можно править</translation>
    </message>
    <message>
        <source>Figure as PDF…</source>
        <translation>Рисунок PDF…</translation>
    </message>
    <message>
        <source>For print</source>
        <translation>Для печати</translation>
    </message>
    <message>
        <source>Copy the figure</source>
        <translation>Копировать рисунок</translation>
    </message>
    <message>
        <source>As a picture to the clipboard (Ctrl+Shift+C)</source>
        <translation>Картинкой в буфер обмена (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Trace (.tscape)…</source>
        <translation>Трасса (.tscape)…</translation>
    </message>
    <message>
        <source>The whole run, to be opened here again</source>
        <translation>Весь прогон, чтобы снова открыть его здесь</translation>
    </message>
    <message>
        <source>Trace as JSON…</source>
        <translation>Трасса JSON…</translation>
    </message>
    <message>
        <source>Data as CSV…</source>
        <translation>Данные CSV…</translation>
    </message>
    <message>
        <source>Everything that was recorded, as tables in a folder</source>
        <translation>Всё записанное, таблицами в папке</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Параметры…</translation>
    </message>
    <message>
        <source>What the next run will be, to be opened here again</source>
        <translation>Каким будет следующий прогон, чтобы снова открыть это здесь</translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation>Размер рисунка</translation>
    </message>
    <message>
        <source>Sharpness of PNG</source>
        <translation>Чёткость PNG</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 мм</translation>
    </message>
    <message>
        <source>Slide, %1 × %2</source>
        <translation>Слайд, %1 × %2</translation>
    </message>
    <message>
        <source>Page, %1</source>
        <translation>Страница, %1</translation>
    </message>
    <message>
        <source>Half a page, %1</source>
        <translation>Полстраницы, %1</translation>
    </message>
    <message>
        <source>The lanes alone, or with what else can be read in it</source>
        <translation>Только дорожки или ещё и то, что на нём можно прочесть</translation>
    </message>
    <message>
        <source>%1. Below: %2.</source>
        <comment>under a figure of two runs; how the lower one differs</comment>
        <translation>%1. Ниже: %2.</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Сохранить рисунок</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Рисунок в буфере обмена.</translation>
    </message>
    <message>
        <source>Save the tables in a folder</source>
        <translation>Сохранить таблицы в папке</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Сохранить трассу</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Сохранить прогон</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Сохранить параметры</translation>
    </message>
    <message>
        <source>Saving %1 …</source>
        <translation>Сохраняется %1 …</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>%1 Choose another place, or make room there.</source>
        <comment>after the sentence of what failed</comment>
        <translation>%1 Выберите другое место или освободите это.</translation>
    </message>
    <message>
        <source>The whole run, for Perfetto or speedscope, and to be opened here again</source>
        <translation>Весь прогон: для Perfetto или speedscope, и чтобы снова открыть здесь</translation>
    </message>
    <message>
        <source>Open a run, a Chrome trace, or settings</source>
        <translation>Открыть прогон, трассу Chrome или настройки</translation>
    </message>
</context>
<context>
    <name>threadscape::FindingsTable</name>
    <message>
        <source>Findings</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>What the run found out; Ctrl+C copies it</source>
        <translation>Что показал прогон; Ctrl+C копирует</translation>
    </message>
</context>
<context>
    <name>threadscape::Headline</name>
    <message>
        <source>Choose another experiment (Ctrl+F)</source>
        <translation>Выбрать другой опыт (Ctrl+F)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>A number leads to where it was seen</source>
        <translation>Число ведёт туда, где его видно</translation>
    </message>
</context>
<context>
    <name>threadscape::HistogramView</name>
    <message>
        <source>half are within %1, 99 % within %2, the longest is %3</source>
        <translation>половина – до %1, 99 % – до %2, дольше всего – %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>медиана %1</translation>
    </message>
    <message>
        <source>99 % in %1</source>
        <translation>99 % – до %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>наибольшее %1</translation>
    </message>
</context>
<context>
    <name>threadscape::LargeSlider</name>
    <message>
        <source>%1 → %2</source>
        <comment>a setting of this run and of the next</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>threadscape::MainWindow</name>
    <message>
        <source>Opening %1 …</source>
        <translation>Открывается %1 …</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Открыт %1</translation>
    </message>
</context>
<context>
    <name>threadscape::MemoryKeeper</name>
    <message>
        <source>The file of your settings was damaged, and they are as at first. It was put aside as %1, if you want to mend it.</source>
        <translation>Файл ваших настроек был повреждён, и они теперь как при первом запуске. Он отложен как %1, если захотите его исправить.</translation>
    </message>
    <message>
        <source>Your settings cannot be kept for the next time: %1 cannot be written (%2). Make room there, or make it writable.</source>
        <translation>Ваши настройки до следующего раза не сохранить: %1 не записать (%2). Освободите там место или разрешите запись.</translation>
    </message>
</context>
<context>
    <name>threadscape::Presentation</name>
    <message>
        <source>Presentation</source>
        <translation>Показ</translation>
    </message>
    <message>
        <source>Plots of the run</source>
        <translation>Графики прогона</translation>
    </message>
    <message>
        <source>Page Down again stops the run</source>
        <translation>Ещё раз Page Down – остановить прогон</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>an experiment and its preset</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>threadscape::PresetChips</name>
    <message>
        <source>Preset %1</source>
        <translation>Набор «%1»</translation>
    </message>
    <message>
        <source>Chosen, and changed since; a click takes it as it was</source>
        <translation>Выбран и потом изменён; щелчок вернёт его как был</translation>
    </message>
    <message>
        <source>Takes these settings</source>
        <translation>Берёт эти параметры</translation>
    </message>
</context>
<context>
    <name>threadscape::ProblemLine</name>
    <message>
        <source>Problem</source>
        <translation>Неполадка</translation>
    </message>
    <message>
        <source>Closes this message</source>
        <translation>Закрывает это сообщение</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>threadscape::RunScreen</name>
    <message>
        <source>The picture does not show where that number comes from.</source>
        <translation>На рисунке не видно, откуда это число.</translation>
    </message>
</context>
<context>
    <name>threadscape::SettingRow</name>
    <message>
        <source>%1 can be from %2 to %3: %4 is out of that, and the nearest was taken.</source>
        <translation>%1 – от %2 до %3: %4 туда не входит, взято ближайшее.</translation>
    </message>
    <message>
        <source>Acts now, also while a run goes on.</source>
        <translation>Действует сразу, и во время прогона.</translation>
    </message>
    <message>
        <source>Acts at the next Run.</source>
        <translation>Действует со следующего пуска.</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>what a setting does, and when</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s value</source>
        <translation>Вернуть значение набора</translation>
    </message>
    <message>
        <source>%1: back to the preset&apos;s value</source>
        <translation>%1: вернуть значение набора</translation>
    </message>
</context>
<context>
    <name>threadscape::SettingsPanel</name>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>acts now</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>at the next Run</source>
        <translation>со следующего пуска</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Свернуть</translation>
    </message>
    <message numerus="yes">
        <source>More (%n)</source>
        <comment>settings that are not shown</comment>
        <translation>
            <numerusform>Ещё (%n)</numerusform>
            <numerusform>Ещё (%n)</numerusform>
            <numerusform>Ещё (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only the first settings</source>
        <translation>Показать только первые параметры</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Показать все параметры</translation>
    </message>
</context>
<context>
    <name>threadscape::SidePanel</name>
    <message>
        <source>Findings</source>
        <translation>Результаты</translation>
    </message>
</context>
<context>
    <name>threadscape::SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Divides every pause; acts now</source>
        <translation>Делит каждую паузу; действует сразу</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
</context>
<context>
    <name>threadscape::StatusLine</name>
    <message>
        <source>%1 s of %2</source>
        <translation>%1 с из %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n ядро</numerusform>
            <numerusform>%n ядра</numerusform>
            <numerusform>%n ядер</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>15 threads on 2 cores</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n поток</numerusform>
            <numerusform>%n потока</numerusform>
            <numerusform>%n потоков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</source>
        <translation>
            <numerusform>Потеряно %n событие: события шли быстрее, чем их удавалось записать. На рисунке это место заштриховано; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
            <numerusform>Потеряно %n события: события шли быстрее, чем их удавалось записать. На рисунке эти места заштрихованы; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
            <numerusform>Потеряно %n событий: события шли быстрее, чем их удавалось записать. На рисунке эти места заштрихованы; итоги блокировок и результаты учитывают всё. Паузы подлиннее – и потерь не будет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</source>
        <translation>
            <numerusform>От %n старого отрезка остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
            <numerusform>От %n старых отрезков остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
            <numerusform>От %n старых отрезков остались только итоги: запись достигла предельного размера. Прогон покороче сохранит всё.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово к пуску</translation>
    </message>
</context>
<context>
    <name>threadscape::StepDots</name>
    <message>
        <source>question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>догадка</translation>
    </message>
    <message>
        <source>run</source>
        <translation>прогон</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <comment>which one, of how many, its name</comment>
        <translation>Шаг %1 из %2: %3</translation>
    </message>
</context>
<context>
    <name>threadscape::TopBar</name>
    <message>
        <source>Hold view</source>
        <translation>Стоп-кадр</translation>
    </message>
    <message>
        <source>Holds the picture while the run goes on (H in the plots; End lets go)</source>
        <translation>Удерживает картину, пока прогон идёт (H на графиках; End отпускает)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Pins this run: the next is drawn below it, on the same scale (Ctrl+D)</source>
        <translation>Закрепляет этот прогон: следующий рисуется под ним, в том же масштабе (Ctrl+D)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Saves the figure, the data or the run, and opens runs</source>
        <translation>Сохраняет рисунок, данные или прогон и открывает прогоны</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Shows presets and settings (Ctrl+,)</source>
        <translation>Показывает наборы и параметры (Ctrl+,)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stops the run (Space)</source>
        <translation>Останавливает прогон (пробел)</translation>
    </message>
    <message>
        <source>Runs it (Space)</source>
        <translation>Запускает (пробел)</translation>
    </message>
    <message>
        <source>Light or dark, language, size of type</source>
        <translation>Светлая или тёмная тема, язык, размер шрифта</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Показ</translation>
    </message>
    <message>
        <source>Fills the screen for a lecture hall (F5; F11 begins at what is shown)</source>
        <translation>На весь экран для аудитории (F5; F11 – с того, что в окне)</translation>
    </message>
</context>
<context>
    <name>timeline</name>
    <message>
        <source>%1 waited %2, wanted %3</source>
        <translation>%1 ждёт %2, нужно %3</translation>
    </message>
    <message>
        <source>%1 waited %2</source>
        <translation>%1 ждёт %2</translation>
    </message>
</context>
<context>
    <name>topic</name>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Races and locks</source>
        <translation>Гонки и блокировки</translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message numerus="yes">
        <source>%n values of counters in %1, recorded elsewhere.</source>
        <translation>
            <numerusform>%n значение счётчиков за %1, записано не здесь.</numerusform>
            <numerusform>%n значения счётчиков за %1, записано не здесь.</numerusform>
            <numerusform>%n значений счётчиков за %1, записано не здесь.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>%n отрезок за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>%n отрезка за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
            <numerusform>%n отрезков за %1, записано не здесь. Работал ли поток или ждал, в файле не сказано.</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Отрезки</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Счётчики</translation>
    </message>
    <message>
        <source>Too deep to be drawn</source>
        <translation>Слишком глубоко для рисунка</translation>
    </message>
    <message>
        <source>Events of other kinds, not shown</source>
        <translation>События других видов, не показаны</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Трассы</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Трасса</translation>
    </message>
    <message>
        <source>This trace was recorded elsewhere: it cannot be run.</source>
        <translation>Эта трасса записана не здесь: запустить её нельзя.</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>read %1 → wrote %2</source>
        <translation>прочёл %1 → записал %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>%1 was never written.</source>
        <translation>%1: ни одной записи.</translation>
    </message>
</context>
<context>
    <name>worker</name>
    <message>
        <source>threadscape-worker takes TASK --segment N --lifeline N, and is started by threadscape.</source>
        <translation>threadscape-worker вызывается как ЗАДАЧА --segment N --lifeline N, и запускает его threadscape.</translation>
    </message>
    <message>
        <source>threadscape-worker knows no task %1.</source>
        <translation>threadscape-worker не знает задачи %1.</translation>
    </message>
    <message>
        <source>threadscape-worker knows no option %1, only --segment and --lifeline.</source>
        <translation>threadscape-worker не знает параметра %1, только --segment и --lifeline.</translation>
    </message>
    <message>
        <source>%1 takes the number of an open descriptor, not %2.</source>
        <translation>Параметру %1 нужен номер открытого дескриптора, а не %2.</translation>
    </message>
    <message>
        <source>--lifeline takes the number of a socket, not %1.</source>
        <translation>Параметру --lifeline нужен номер сокета, а не %1.</translation>
    </message>
    <message>
        <source>threadscape-worker needs --segment and --lifeline.</source>
        <translation>Программе threadscape-worker нужны --segment и --lifeline.</translation>
    </message>
    <message>
        <source>threadscape-worker cannot use the memory that it was given: %1.</source>
        <translation>threadscape-worker не может воспользоваться данной ему памятью: %1.</translation>
    </message>
    <message>
        <source>threadscape-worker: the task was given %1 bytes of arguments that it cannot make sense of.</source>
        <translation>threadscape-worker: задача получила аргументы (байт: %1), в которых не разобраться.</translation>
    </message>
    <message>
        <source>This is threadscape-worker: threadscape starts it to run an experiment&apos;s work in processes of their own. By itself it does nothing.</source>
        <translation>Это threadscape-worker: его запускает threadscape, чтобы работа опыта шла в отдельных процессах. Сам по себе он ничего не делает.</translation>
    </message>
</context>
</TS>
