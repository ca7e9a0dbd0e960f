"""The chair's terminal: `negotext chair SESSION`.

Two halves. What it knows and does has no Textual in it and is tested as values; what it looks like is Textual
alone. The upper half imports the lower one, never the other way round.

    without Textual
        desk.py           Desk: an open session as the chair works with it. Everything a key does is a method of it
        desk_places.py    the choices in the order of the text: next, previous, filter, finding an address
        desk_texts.py     the three views of the text: original, marked-up (desk_marks.py), outcome (desk_outcome.py),
                          as units of text (desk_units.py); after a decision only what it reaches (desk_reach.py) is new
        desk_outline.py   sections with their open choices; how far the negotiation is
        desk_round.py     where the chair is when another round is brought in
        desk_file.py      noticing that the file of a session is lost
        units.py          a unit: the words of one block as they are shown, with the way back to the draft
        lines.py          Lines: units laid out at a width; rows to offsets and back
        lines_wrap.py     breaking words into rows by cells (Han, combining characters, Arabic in logical order)
        paint.py          which stretch of a unit has which styles
        combining.py      Combining: words made from alternatives, with the spots in which these differ; drawn by
                          combining_sheet.py, and in their paragraph by combining_result.py
        desk_merge.py     Merging: those words at the desk until they are decided; keeper.py keeps them on disk,
                          beginnings.py remembers what they began with
        floor.py          what a line from the floor means, before it is taken down; drawn by floor_sheet.py,
                          completed by floor_completing.py; floor_line.py: FloorLine, the line while it is typed
        sheet.py          Sheet: rows of styled words for panels and lists (place_sheet.py draws a choice with it,
                          place_brief.py one where there is little room)
        lists/            what Who, Open, Log and Compare list, as a Roll: rows that are drawn when they are asked for,
                          with what can be chosen in them; back to a point of the log; comparing in another process
        room.py           Room: the same session as the room sees it, read only; room_texts.py, nameless.py, remarks.py
                          (the text without anybody's name; room_outcome.py: where something was decided),
                          room_lines.py, room_sheet.py
        actions.py        ACTIONS, the one registry: bindings, footer, help, palette and keymap are made from it
        keys.py           keys as people write them and as Textual names them
        keymap.py         Keymap: other keys for actions; settings.py reads them, with colours and width, from
                          chair.toml; settings_text.py writes that file out; help_sheet.py lists all keys
        hits.py           finding words whatever their case, accents and line ends
        exporting.py      documents, as `negotext export` writes them

    with Textual
        app.py            make_app(path, ...) -> ChairApp, for the command line and for tests
        in_turn.py        keys that come faster than the screen changes are taken one after the other
        making.py         screens and dialogs are made once; foreseeing.py makes the likely ones (ready.py) while no key
                          is pressed
        kept.py           KeptScreen: made once, and as new (`begin_again`) whenever it comes to the front again
        quiet.py          QuietApp: what the app of the chair and that of the room have in common
        showing.py        what the chair looks at is put up for the room (`Session.show_room`), beside the keys
        room_app.py       make_room_app(path, ...) -> RoomApp, for the projector: screens/room.py, widgets/room_text.py
        web.py            either app in a browser, by running the program once for each window; page/ is the page
        chair.tcss        all styles; themes.py has the colours of dark, light and high contrast; themed.py: an app
                          that works them out once for each theme, stylesheet.py and styled.py: and finds the styles of
                          widgets that stand alike once
        widgets/          text.py (drawn.py has what it drew) and sheet.py (any Sheet) on rows.py, the line API, which
                          gives the same strip for the same row; scrolling.py (its scrollbar); outline.py; bars.py
                          (head, keys, notice); editor.py, where words are written: it cuts (wrapped.py) and draws
                          (editor_rows.py) only rows that change
        screens/          base.py (ChairScreen: bindings from ACTIONS, `attempt`, `tell`, news of others), draft.py with
                          deciding.py and finding.py: its actions by what they are for; listing.py (ListScreen: moving
                          in a roll, going to a place) with who.py, open.py, log.py, compare.py; opening.py opens them;
                          merge.py is the editor of a merge, keeping.py keeps its words, ahead.py lays it out before
                          it is asked for; saying.py has the ways to it and to the floor
        palette.py        what the command palette finds; screens/reaching.py has the actions of every screen
        dialogs/          line.py (one line at the foot of the screen, returns what was typed or None), asking.py (the
                          same about a list), party.py (a delegation by code or name), palette.py, floor.py, export.py

Adding to it
    an action   a line in ACTIONS (id, keys, words, group, where) and a method `action_<id>` on the screens of `where`
                ("draft", "every" for all screens, or the NAME of another screen). Footer, help and keymap follow.
                What it does to the session is a method of Desk, called inside `with self.attempt():`, which
                tells what the store refuses in one line and crashes nothing. Then `self.refresh_all()`.
    a screen    a module in screens/ with a subclass of ChairScreen and its NAME; opened by an action of the app
                (making.py: PAGES names module and class, so that it is imported when it is first made; the action
                calls `self.chair.open_page(NAME)`). It yields HeadBar, its panes, Notice(id="notice")
                and KeysBar(id="keys"). It is kept when it is left: `begin_again` makes it as new.
    a dialog    a module in dialogs/ with an `Over[T]` (over.py) that dismisses with a T, or None when it is called off;
                with `takes` it is kept, and asks what another one would ask.
                `LineDialog` serves for whatever is one line.
    a list      fill a `Sheet` in a function without Textual, show it in a `SheetView`; where one chooses in it, a
                `Roll` in a `RollView`, on a `ListScreen` whose NAME is in `actions.LISTING`.
    styles      a component class of SheetView or TextView, its colours in chair.tcss: a sign or an attribute beside
                each colour, so that nothing is told by colour alone.

What is on the screen is what was seen: `Desk.look` notes the latest log entry of the choice that it returns, and
deciding passes it on, so that a decision on a stale view is refused with who decided what and when.
"""
