// Runs in speedscope's page. What its importer made of a file is what it saves: the saved text is caught, and added up.
(() => {
    let saved;
    URL.createObjectURL = blob => {
        saved = blob;
        return "";
    };
    HTMLAnchorElement.prototype.click = () => {}; // nothing is to be downloaded

    // By frame, in µs and in slices. Slices within a slice are counted as `nested`, unless they only touch.
    const totalsOf = (profile, frames) => {
        const totals = {};
        const open = [];
        let nested = 0;
        for (const {type, frame, at} of profile.events) {
            if (type === "O") {
                nested += open.length > 0 && frames[open[open.length - 1].frame].name !== frames[frame].name ? 1 : 0;
                open.push({frame, at});
                continue;
            }
            const {at: start} = open.pop();
            const total = totals[frames[frame].name] ??= {us: 0, slices: 0};
            total.us += at - start;
            total.slices += 1;
        }
        return {name: profile.name, unit: profile.unit, nested, totals};
    };

    // null: not imported yet.
    window.importedTotals = async () => {
        saved = undefined;
        window.dispatchEvent(new KeyboardEvent("keydown", {key: "s", ctrlKey: true}));
        if (!saved)
            return null;
        const {profiles, shared} = JSON.parse(await saved.text());
        return profiles.map(profile => totalsOf(profile, shared.frames));
    };
})();
