<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ExperimentWords</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bank</name>
    <message numerus="yes">
        <source>Do %n withdrawers starve when %1 deposit?</source>
        <translation>
            <numerusform>Does %n withdrawer starve when %1 deposit?</numerusform>
            <numerusform>Do %n withdrawers starve when %1 deposit?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Worse: the balance fell below zero %n times. A woken withdrawer took its money without looking again, after another had taken it.</source>
        <translation>
            <numerusform>Worse: the balance fell below zero once. A woken withdrawer took its money without looking again, after another had taken it.</numerusform>
            <numerusform>Worse: the balance fell below zero %n times. A woken withdrawer took its money without looking again, after another had taken it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Some do: %n withdrawers got nothing, while one withdrew %1 times. The longest wait was %2.</source>
        <translation>
            <numerusform>Some do: one withdrawer got nothing, while another withdrew %1 times. The longest wait was %2.</numerusform>
            <numerusform>Some do: %n withdrawers got nothing, while one withdrew %1 times. The longest wait was %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</source>
        <translation>
            <numerusform>Yes: the lock lets one thread at a time read and write.</numerusform>
            <numerusform>Yes, in all of %n rounds: the lock lets one thread at a time read and write.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</source>
        <translation>
            <numerusform>Yes: each increment is one step that nobody interrupts.</numerusform>
            <numerusform>Yes, in all of %n rounds: each increment is one step that nobody interrupts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This time, in all of %n rounds: but only luck kept the threads apart.</source>
        <translation>
            <numerusform>This time: but only luck kept the threads apart.</numerusform>
            <numerusform>This time, in all of %n rounds: but only luck kept the threads apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deposit</name>
    <message numerus="yes">
        <source>Do %n deposits of %1 make %2?</source>
        <translation>
            <numerusform>Does %n deposit of %1 make %2?</numerusform>
            <numerusform>Do %n deposits of %1 make %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No, %1: up to %n threads read the same balance before any wrote.</source>
        <translation>
            <numerusform>No, %1: at times a thread read a balance that another was about to change.</numerusform>
            <numerusform>No, %1: up to %n threads read the same balance before any wrote.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>runner</name>
    <message numerus="yes">
        <source>The system refused another thread after the %n that run. Lower the number of threads below that.</source>
        <translation>
            <numerusform>The system refused another thread after the one that runs. Lower the number of threads.</numerusform>
            <numerusform>The system refused another thread after the %n that run. Lower the number of threads below that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::SettingsPanel</name>
    <message numerus="yes">
        <source>More (%n)</source>
        <comment>settings that are not shown</comment>
        <translation>
            <numerusform>More (%n)</numerusform>
            <numerusform>More (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>threadscape::StatusLine</name>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</source>
        <translation>
            <numerusform>One event was lost: it came faster than it could be recorded. It is hatched in the picture; lock totals and findings count it. Longer pauses lose none.</numerusform>
            <numerusform>%n events were lost: they came faster than they could be recorded. They are hatched in the picture; lock totals and findings count them all. Longer pauses lose none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</source>
        <translation>
            <numerusform>Of one older span only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</numerusform>
            <numerusform>Of %n older spans only the totals are left: the recording is as large as it may be. A shorter run keeps them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message numerus="yes">
        <source>%n values of counters in %1, recorded elsewhere.</source>
        <translation>
            <numerusform>One value of a counter in %1, recorded elsewhere.</numerusform>
            <numerusform>%n values of counters in %1, recorded elsewhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</source>
        <translation>
            <numerusform>One slice in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
            <numerusform>%n slices in %1, recorded elsewhere. Whether a thread ran or waited meanwhile is not in the file.</numerusform>
        </translation>
    </message>
</context>
</TS>
