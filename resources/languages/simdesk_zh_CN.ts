<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountActDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Confirm the cards first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card would be acted on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent at present: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preview yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>Go to a card first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Cards page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a card first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{allowed} of {asked} cards; the others: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditFilterRow</name>
    <message>
        <source>All acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which acts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>1 record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 record to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} records to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done on this desk yet. Every act will be written here, single edits too: who did it, when, what was before and after. Nobody can change a record unnoticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator, card, reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the chain could not be noted outside of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} records, older ones follow as you scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} records</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, digest {digest}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditVerdictBar</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted lines that cannot be read: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain is whole. Records: {records}. Heads noted outside of the desk that agree: {anchors}. Verified {at}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the chain of records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the chain: {done} of {total} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole records before it: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutomationTab</name>
    <message>
        <source>Automation rules and what they recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automation rule concerns this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rules…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking and copying the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made and checked: {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {when} is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasicTab</name>
    <message>
        <source>Basic information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BringBackDialog</name>
    <message>
        <source>1 card was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also change the remarks and tags of 1 card that only the provider changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also change the remarks and tags of {count} cards that only the provider changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was edited in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change 1 remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the tags of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the tags of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {count} remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {count} remarks and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding every row against the desk. Nothing is changed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet could not be held against the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo in the fleet&apos;s window takes it back as one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} as on the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were edited here meanwhile and left alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bucket</name>
    <message>
        <source>Copy {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {count} numbers: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuyDialog</name>
    <message>
        <source>Buy for a pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} for this voucher waits unpaid: {what}, {money}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show that order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little: the order would wait unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {total} used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardClipboard</name>
    <message>
        <source>1 card copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pasted order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} descending</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTableModel</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTableView</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsChoice</name>
    <message>
        <source>All but cancelled ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching the search ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only smart cards have sub-cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views and columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Condition {words}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to switch it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove condition {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>A list of cards cannot be saved as a search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only cards of a list are searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} listed cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseOrderDialog</name>
    <message>
        <source>Close order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is charged and nothing delivered. It cannot be opened again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Cancel export and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {count} exports and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close SimDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything has ended; nothing is lost by closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations and exports are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause operations and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export {names} is not finished. If SimDesk closes now, it is cancelled and leaves no file; you can export again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exports {names} are not finished. If SimDesk closes now, they are cancelled and leave no files; you can export again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has been sent to the provider is finished before SimDesk closes. Cards that are still waiting are not sent; at the next start SimDesk asks whether to continue. Nothing goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} exports are being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is being written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnCount</name>
    <message>
        <source>{column}: all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column}: {count} different</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing all cards of both sides…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export 1 line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {count} lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 line to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} lines to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They could not be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison {day}.xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} less used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} more used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{before}” compared with “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConditionFields</name>
    <message>
        <source>% of the data tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days before the expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB in the plan cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool usage at least, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today or within</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionBody</name>
    <message>
        <source>Also: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionHead</name>
    <message>
        <source>Opens and closes the criterion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>not {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} (off)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaySpan</name>
    <message>
        <source>Any day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeadlinesSection</name>
    <message>
        <source>1 day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be cancelled before the 20th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be cancelled, but late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan ends and nothing renews it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan ends within {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent period ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped and Manually Deactivated cards without a cancellation under way. Asked for before 00:00 on {day} it takes effect at once; from the 20th on it takes effect on the first of the next month, which is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishes {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} if late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>It did not take effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, asked by {who} on {at}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteExportsDialog</name>
    <message>
        <source>A file in a folder of your own stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is removed from the disk; copies you saved elsewhere stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file any more; only the line in the list goes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteRuleDialog</name>
    <message>
        <source>Delete rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the rule “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is checked no more. Its notifications and trigger records stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeleteTagDialog</name>
    <message>
        <source>Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes off {count} cards. It can be undone in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card carries it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Automation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a card to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its automation rules could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its records could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usage could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not be asked; older values are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} used in their cycles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>All cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoubtsBar</name>
    <message>
        <source>1 act in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the provider yourself, then say what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is sent again; looking at the provider settles it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} acts in doubt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarlyCards</name>
    <message>
        <source>Building the demo fleet: {done} of {total} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyNotice</name>
    <message>
        <source>Clear the last condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every card of this spreadsheet is cancelled. Find them with {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card has been read from the provider yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sync is reading the cards.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export card details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more column for each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet programs round ICCIDs they read from csv; xlsx keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{columns} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportedFilesPage</name>
    <message>
        <source>Cancel export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files without a folder of your own are kept for {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {days} days are over; the file was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been exported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} exports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Click to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter copies the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{matching} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Field that the column tells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureLink</name>
    <message>
        <source>Copy the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterCompleter</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterDock</name>
    <message>
        <source>Advanced search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a criterion by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No criterion has such a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search with these conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} listed cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrozenColumns</name>
    <message>
        <source>Frozen columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>I know that this card&apos;s account cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of the account: {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of cards: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupChoice</name>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the voucher or tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupDock</name>
    <message>
        <source>1 value on {cards} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or Enter: only these. With Ctrl: all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {some} of {different} values on {cards} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{different} values on {cards} cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsRow</name>
    <message>
        <source>Days to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{group}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>Clear sorting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns… ({count} hidden)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy column, {count} matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy column, {count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter like this: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by {column}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Copied ICCID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ICCID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID {iccid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step: {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet says nothing of this card&apos;s status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet tells no specific status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} operations stand still and wait for your word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} paused itself at {done}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was interrupted at {done}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleSection</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards in use since then or longer, without traffic on any day since; a month of their plans costs so much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days without traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use without traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The traffic of {count} cards in use was not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} a month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>All ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>Remove the card&apos;s own limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume by itself when the next month begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend at this usage in a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit of a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example 500MB or 1.5GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most of a voucher&apos;s active cards, in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that a day may cost, in CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that passes a limit is started or bought; what is under way goes on. A change is written into the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One card of each voucher always may be. A day is one in Asia/Shanghai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend or cancel at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {spent} is spent, {flight} in flight, {reserved} reserved: all of it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a voucher&apos;s active cards a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in these lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>1 row:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier row is about the same card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards found, in the sheet&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of “{name}” on “{desk}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking every row up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names more than one card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card number, or a damaged one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well formed, but no such card on this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A sync is already running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fleet} · SimDesk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates written as numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID from column {column} · {used} of {all} columns used · titles in row {row}, cards below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through what each column was taken for. What is not used is left out; the file itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as you read the last file with these titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over with what was guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day first: 30.06.2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month first: 06/30/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year first: 2026-06-30</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingModel</name>
    <message>
        <source>A total: only days are charted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed from its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title in the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Columns of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message>
        <source>Its cards carry the other tag from then on. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read report…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something in SimDesk went wrong ({name}). Nothing is sent until you have read its report and let sending go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong ({name}). Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyLine</name>
    <message>
        <source>Limits of spending and closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent today {money} of {cap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in flight {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} in doubt in 1 act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} in doubt in {count} acts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new difference to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared; nothing new to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 line to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} lines to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid in these days, here or at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s orders have not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last daily comparison {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders read {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest {rows} of {total} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new differences to look at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneySection</name>
    <message>
        <source>in {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthRange</name>
    <message>
        <source>First traffic month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last traffic month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{phase}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>All rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule has told anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the rule “{name}” alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} notifications, {unread} not read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>All {rows} rows are read. Making them quick to search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows: {rows} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Building the demo fleet: {done} of {total} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening fleet “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the desk&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationButtons</name>
    <message>
        <source>Ask the provider about the cards in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an operation first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview the cards it changed and nobody touched since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview the cards that were refused or left unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing more of it, ever. What is sent is awaited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing more until it is continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the cards that are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationSummary</name>
    <message>
        <source>Asked by {who} on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back: {operation}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsPanel</name>
    <message>
        <source>Nothing has been asked of the provider yet. Choose cards and an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsWatch</name>
    <message>
        <source>Go to the Operations page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards need a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards wait and can be revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderChip</name>
    <message>
        <source>Cards stand in the order they were pasted
Press to sort by columns again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to put the cards in the order they were pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asked for on this desk:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for on this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at} {who}: {what} – {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>The table shows no pasted numbers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersFilterRow</name>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>1 order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy for a pool…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with what was paid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 order to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} orders to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left that looking could settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, ICCID or voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all orders again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what became of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle doubts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older ones are still to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid in {month}: {sums} ({kinds})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} still in doubt: what may come late is waited for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} orders, narrow the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total} orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet could not be counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaintedTable</name>
    <message>
        <source>+ Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>1 number pasted:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards found, in pasted order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {count} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pasted numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID, MSISDN and IMSI may be mixed, one on a line or parted by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking the numbers up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a card that was already found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names more than one card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an ICCID, MSISDN, IMSI or IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the numbers from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Well formed, but no such card on this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} numbers pasted:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayOrderDialog</name>
    <message>
        <source>Pay order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little: the order would stay unpaid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>1 card needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that need a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not take effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you saw, and where; kept as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what you saw first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards need a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{iccid}: it did not take effect. Written down; it can be asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{iccid}: it took effect. Written down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonQuestion</name>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card needs a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number was answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{act}, by {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonsBar</name>
    <message>
        <source>1 card needs a person: look at the provider what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer one by one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent for it until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards need a person: look at the provider what became of each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>A folder of your own:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported files, kept for {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the exported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>No plan runs on this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PoolLink</name>
    <message>
        <source>Buy for the pool…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PoolsSection</name>
    <message>
        <source>At this month&apos;s pace every known pool lasts until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At this month&apos;s pace {size} will have been used outside the plan by {day}; the number counts its active cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of this month&apos;s use yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools that run out this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no known price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards left alone, by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that will be acted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with {steps} cards, each step looked at before the next, and pauses by itself when something is not as shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview yet: nothing can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent before {moment}. Until then it can be revoked, whole, on the Operations page; the cards stay as they are. SimDesk has to be open then; else it asks at its next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cards were fixed at {moment}. One that changes before its turn is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With reading the cards back it takes about {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} will be acted on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Quick search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search numbers and remarks, or status:in_use usage&gt;=100MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>By day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 13 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 2 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bar for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture of the chart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since account opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeEditor</name>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the audit, optional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RebindForm</name>
    <message>
        <source>Off: a device change suspends the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: a device change does not suspend the card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordsTab</name>
    <message>
        <source>Nothing is recorded about this card yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation records, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading records…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>A refused row is not in the review; a refused cell is empty there. Put them right in the spreadsheet and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} the first {kept} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused rows and cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was refused of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} refused rows.csv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkDelegate</name>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Continue sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of an unexpected error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are hidden and card numbers shortened. The report is in this fleet&apos;s folder; it goes nowhere unless you copy or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk sends nothing to the provider until you have read this and let it go on. What was under way is asked after, not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescueWindow</name>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking and restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup of this fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows of {tables} tables are in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Keep the desk as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent afterwards until you have compared the desk with the provider; cards that were waiting then are in doubt until they have been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore backup of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is checked first. The present file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done since that backup is forgotten by the desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewBanner</name>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring changes back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet of {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was refused…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {rows} rows are read · making them quick to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cells refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rows refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewWindows</name>
    <message>
        <source>Another spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this spreadsheet was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fleet beside it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RisksSection</name>
    <message>
        <source>10 to 30 % of the data left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All stopped and suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 10 % of the data left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan ends within {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same-tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped and suspended, plans that end, and at most 10 % left, added up; a card can be in two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped, suspended, warned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is switched off now; then try it on history and switch it on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then try it on history and switch it on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleRecords</name>
    <message>
        <source>Nothing has met this rule yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger records</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleTrialDialog</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} to {last} it would have fired on {cards} of {watched} cards, on {days} days: {notices} notifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} to {last} it would not have fired once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} to {last} the pool would have met it on {days} days: {notices} notifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History knows nothing of this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the past…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on without looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try “{name}” on history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule yet. A rule watches usage, status, expiry or a pool after each sync and tells you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try on history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} rules, {on} switched on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafeModeDialog</name>
    <message>
        <source>Allow sending again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading, exporting and editing go on. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from the backup of {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note, for the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders since then are known to the provider only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveSearchDialog</name>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, for example Depot, expiring soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of cards is not saved along.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedList</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the saved search “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved searches yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save current search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Seeker</name>
    <message>
        <source>No card says “{words}” in {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the next {count} cards says “{words}” in {column}. Narrow the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1 selected card is outside the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} matching cards selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more outside the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected cards are outside the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendingBanner</name>
    <message>
        <source>Nothing is sent to the provider: {reason} Reading goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>A device change binds the card to the new device by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device change suspends the card until Resume Use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new plan is ordered and paid when the running one expires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operation on this card is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its plan voucher says {size}; the card&apos;s own limit wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once suspended, it resumes by itself when the next month begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once suspended, it stays so until somebody resumes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service stops when the plan expires, unless it is renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set usage limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is not suspended for what it uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit suspension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used {used} of {limit} in this cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} a month, from its plan voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} a month, the card&apos;s own limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShareList</name>
    <message>
        <source>Not reported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delay {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal {csq} of 31 ({dbm} dBm)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetsWindow</name>
    <message>
        <source>Everything may be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing unexpected has happened since SimDesk was opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimulatedBanner</name>
    <message>
        <source>SIMULATED · world clock {now} · {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet {money}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusShare</name>
    <message>
        <source>Cards by status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubCardBar</name>
    <message>
        <source>Tick sub-cards to suspend or release them on their own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubCardBlock</name>
    <message>
        <source>APN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {carrier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative traffic in cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSISDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-name certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubCardsTab</name>
    <message>
        <source>Not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider lists no sub-cards.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Files of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps to find a fault: logs, reports, versions, settings and counts; no cards, secrets hidden, numbers shortened. Look through it, then save it. SimDesk sends it nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwitchEditor</name>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and saved searches follow a new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>A half-ticked tag stays as it is on each card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} cards have it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag yet. Tags sort cards the way you think of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched by {rules}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>numbers, or their first 6 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or several, with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words it contains</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopUpForm</name>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-on package data tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase add-on package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewal period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-up type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrafficTab</name>
    <message>
        <source>Carriers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage is known for these months. Try a longer time range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading usage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chart to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of {iccid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage {as_of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Hide this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again to read this card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitDelegate</name>
    <message>
        <source>Unit of plain numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage, one bar after the other by arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueEdit</name>
    <message>
        <source>100MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-12-31 or 30d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: choose in a calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>{percent} % of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>Values and their cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoucherLimitDialog</name>
    <message>
        <source>Counting the cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the voucher&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the voucher&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {size} for {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit of a voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards inherit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} have a limit of their own and keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} have not been read in full yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoucherLimitForm</name>
    <message>
        <source>Remove the voucher&apos;s limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VoucherPanel</name>
    <message>
        <source>; dashed: even use until its last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each card has its own quota; there is no pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usage limit for the voucher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading usage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The month has just begun: usage comes tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell how much this pool holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {day}: {sum}, on the day {kb}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit of each card {limit}, then {after}; a card&apos;s own wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the pool over the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool read {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumes next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage as of {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}, summed up day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{outside} outside the plan: {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {total} used, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message>
        <source>Buy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card has been read yet. Vouchers come with their cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan vouchers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} vouchers · {cards} cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more wait; they are in the list below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Its cancellation will be sent {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards wait with it and are revoked together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{act}” will be sent for it {when}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalletLine</name>
    <message>
        <source>The provider does not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} afterwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WareForm</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} a card and month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>All cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{allowed} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not, for other reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WishedActs</name>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked of the provider, each after a preview of its own:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent: its operation is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more: bring the sheet back again when these are done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorldButton</name>
    <message>
        <source>Advance to {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let time go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet, faults, any date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>World</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} times as fast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorldDialog</name>
    <message>
        <source>Advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advance to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds {money}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here touches a real card. Practise what a bad day would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>World clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{speed} times as fast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} waits for its time; until then it can be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} will be sent on {moment}; until then it can be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OrderDialog</name>
    <message>
        <source>Card or voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_StatusList</name>
    <message>
        <source>Status becomes one of these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>A desktop program for fleets of IoT SIM cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About SimDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk {version}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>acting</name>
    <message>
        <source>Retry failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse: {action}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About SimDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring changes back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close SimDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ICCID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy IMSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy MSISDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy cell or rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cards…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pasted numbers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force Activate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open spreadsheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase add-on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew plan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the last unexpected error…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request account cancellation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume Use…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry failures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop or revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync selected cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was refused…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>1 day old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usage as of {stamp}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Read report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last run of SimDesk was ended by the system in the middle of its work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the current card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu, Shift + F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next card whose column begins so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or leave out the current card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + any of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the edge of the table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv *.txt *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of months and days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} (review)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 card from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new card comes within a business day, in its silent period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was made and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cancellation asked from the 20th on finishes next month, which is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cancelled account cannot be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card has at most {most} tags; this would have {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card that reaches its limit within a month is suspended. The card&apos;s own limit wins over its voucher&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy stays as safe as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deleted rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desk needs a disk of this PC. Move the folder, or look at a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lifted device lock cannot be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to 50 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has no invisible or control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has none of the characters \ / : * ? &quot; &lt; &gt; |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name neither begins nor ends with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notification cannot be read: {stored}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pool belongs to one voucher: choose “plan voucher” as the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range stands alone, not in a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rough day: some of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of the file has more than {most} fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule named “{name}” exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule&apos;s name has at most {most} characters; this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule&apos;s name holds letters, digits, blanks, - and _; “{sign}” is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A same-tier pool grows by its cards alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search named “{name}” exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second order for the same act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A share is 1 to {most} %, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet has {cells} cells and reaches to row {row}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet program took this number for the date {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag named “{name}” exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A usage is 1 to {most} MB, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A usage limit is a whole number of MB, 0 for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value that contains .. goes in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is missing beside the comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>APN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted now, done later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, result pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted; the result is read from the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-on package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-on packages are sold 1, 2 or 3 at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-on packages are sold for single-card plans only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each sync: {when}, {tell}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags that the card shall carry, by commas; a blank cell takes all off. A tag has at most {most} characters; one with a comma stands in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms must hold; for any of several values write status:in_use,stopped. To search for the word itself, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ICCID has 20 digits or capital letters and starts with 8986.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ICCID is text of 20 characters and starts with 8986. Format the cell as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMSI has 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An MSISDN has 13 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account cancellation cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An act about it is in doubt: settle that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An activation cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An add-on package ends with the plan that runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer could not be written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier act has moved the order on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier row is about the same card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier row of the sheet is about the same card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expiry is watched 1 to {most} days ahead, not {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operation in the journal cannot be read: {stored}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operation on it is not settled yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected error ({kind}) was met. Read its report, from the Help menu, and let sending go on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected error stopped it; it was reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another cell of this row is in conflict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another cell of this row was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another operation on it is not settled yet; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps “{path}” locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are lost, effects are not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file again, or save it anew in a spreadsheet program as xlsx or csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for here, held as without effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked here by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At every check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renew is already off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renew is already on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renew is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto-renewed by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic rebind releases it; you can do so too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a large operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before {day} no sync observed changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build one with: simdesk demo --fleet {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy 1 function fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy it in the table of cards, where its sizes and prices are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy {count} function fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card or voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards it watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards matching {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of the pooled plan {voucher} do not expire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards still to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that would have more than {limit} tags: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it in the spreadsheet, or bring the changes to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tags of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tags of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes count on the day a sync observed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file exists and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and the free space on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check where and how it is used, then ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China Telecom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>China Unicom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 1 to {most} months, the first one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that has rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder you may write to, or close the program that has the file open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a same-tier or pooled voucher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an earlier first month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or merge the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another sheet or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the list. A blank cell wishes for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the sheets that are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the cards of the list, and the action for them. SimDesk shows what it would do, and does nothing before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the tag whose cards the rule watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the voucher whose cards the rule watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “Bring changes back”. SimDesk shows what each row would do, and does nothing before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program (a backup, a database tool), then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other SimDesk that has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: order {order}. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column {column} tells the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the desk with the provider first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Order and Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Order and Pay {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Order and Pay {total} for 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create Order and Pay {total} for {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the folder or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created (Asia/Shanghai)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative traffic in cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curly quotes do not hold a phrase together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily comparison of orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete 1 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {count} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not take effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directional group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this file; ask the person who sent it for a plain one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the card have the new usage limit there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each plan is renewed and paid by itself when it ends, until this is turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the rule, or open it with the version of SimDesk that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the pool by {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every half hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export in the table of cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {number} is not on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported 1 card to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {count} cards to “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in a row for each card on the sheet “{sheet}”, and save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flaws that were accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force activate 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force activate it if its pool needs the tier now; else nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force activate {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forced by operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of the seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on its disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its activation on, each adds {tier} to the pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From its activation on, each needs a function fee every month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the file again from where it was made, with this column formatted as text; formatting it now brings no digit back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new one another name with --fleet NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that window, or open another fleet with --fleet NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the card registered with the carrier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held here as paid; no order for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held here as paid; the order is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCID or voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICCIDs are text. A cell that a spreadsheet program made a number has lost digits: SimDesk refuses it and says where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP addresses changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is needed sooner, ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this row is a card, write its whole ICCID as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt: no answer came, so it may or may not have taken effect. It is not sent again; “Settle doubts” looks at the provider to find out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In doubt; an order may still come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In its free test period: no plan time is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use, but its plan ends on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use, with {left} of {tier} left until {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use; its plan has no expiry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use; its plan runs until {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside quotes, write \ as \\.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version, or open another fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is auto-renew off for the card there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is auto-renew on for the card there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is automatic rebind of the card set there as it was asked for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the account cancelled there, or its cancellation requested since about {sent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the card in use there, and resumed since about {sent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the card suspended there, by hand, since about {sent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there an order for the card there, at that price, made at about {sent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins when this SimDesk first opens the fleet: open it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed no card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It costs more than was approved, or is no longer sold; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It costs {cost}, but of today&apos;s spending limit of {cap} only {left} is left: {committed} is spent, reserved or in flight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It depends on each sub-card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends by itself: silent when the test time is over, in use when the test data is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not begun: until its time it can be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known yet what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves no trace on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not have taken effect: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed here since the file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or open another fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was revoked before its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its account is cancelled and its number is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cancellation is already under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its cancellation is under way and finishes next month; until then it shows {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data for this cycle is used up ({tier}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first traffic activates it, or the system after its silent period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first traffic activates it; the system does so on {when} at the earliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its order {number} is not paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its order {number} is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its plan ended and was not renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its plan ended on {when} and was not renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its real-name registration is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time came while SimDesk was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usage of this month reached its limit of {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its usage of this month reached its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last notified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ledger wrong: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left in cycle (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let its name end in .xlsx or .csv, as --format says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let its name end in .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the rule watch something else, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit in MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed cards {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at Sub-cards to see which are closed and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the new price and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the card up at the provider before you act on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSISDN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before this desk began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manually Deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the tag of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the tag of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly function fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another device during its test period, so it was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another device than the one it is bound to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never used yet: no plan time is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer, and the effect comes late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cancellation was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card is eligible for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card is in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card tells the voucher&apos;s limit; look it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card was refused or left unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column tells the ICCID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person is asked about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sync has observed a change yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voucher with a pool has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: a cancellation cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: a cancellation is final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: every call goes well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked for here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not brought back, for some of their cells could not be read: {fields}. Put those cells right and open the spreadsheet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the provider&apos;s list since {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one row is a card. Cell {cell}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible while it is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing follows “{mark}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent at present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing lies between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves at present; no time can be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is to be seen; it can no longer happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: auto-renew is on. Keep money for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Look at the preview with the new price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the pool of {voucher} no daily figures are kept: nothing can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} card(s) some days are not known; these count as nothing used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} card(s) the provider counts the cycle otherwise than by these days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once per plan cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One ICCID in each row, 20 characters, such as {example}. The column is formatted as text: spreadsheet programs keep 15 digits of a number. Paste values only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the first {count} did not go as expected: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only Stopped or Manually Deactivated cards can be cancelled; its status is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a card in use can be suspended; its status is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an inactive card can be force activated; its status is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only fields that both sides tell are compared: {count} of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only inactive cards of same-tier pools can be force activated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one value can be compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pooled plans have function fees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only smart cards have sub-cards to name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the carrier can lift it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the provider can say what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the provider can say what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in SimDesk: File, Open spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it anew as xlsx or csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it without a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with that version, or update this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the version of SimDesk that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the spreadsheet again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation continued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation {subject} is not as it was when it was settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} has not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number} is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {order} waits unpaid: {reason} Pay or close it when you have looked at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders only the provider knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid (Asia/Shanghai)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid after the orders were last read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, order not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: order {order}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: order {order}. The cards come within a business day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: order {order}. The function fees count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid: order {order}. The pool has grown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partially in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused by the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent of a pool closed in a day at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan expiry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan voucher “{words}”: “{part}” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the pictures taken so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, double-cut, consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, double-cut, industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, full size, consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, full size, industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, triple-cut, consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pluggable, triple-cut, industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled directional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooled plans have no expiry to renew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private segment changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase add-on package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase an add-on package if it is needed sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase an add-on package to keep it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purchase {subject} is not as the audit recorded it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a backup in its place, or open another fleet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a blank behind the quote; inside quotes, write &quot; as \&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back the file that came with SimDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it to use before {day}, or its plan time starts anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the two files of a fleet back together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading details and usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file needs more memory than it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file takes more memory than it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading “{file}” took too long and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-name certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-name state changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {number} cannot be read: the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {number} does not follow from record {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {number} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record {number} was altered: its digest does not fit what it tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records from {number} on were cut off: record {anchored} was noted ({noted}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records from {since} on were written anew: record {anchored} is not the one that was noted ({noted}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the card; if it stays missing, ask the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, but an earlier attempt may have taken effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark changed at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark of 1 card written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark of {count} cards written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove 1 line from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove other tags first; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the usage limit of the voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} lines from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew it if it is still needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew it, or request its cancellation before the 20th.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew its plan to keep it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew its plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request Account Cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request cancellation of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request cancellation of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request its cancellation before the 20th.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request its cancellation; from the 20th on next month is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restores itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume 1 sub-card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume Use if the move was meant; if not, find the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume Use lifts a device-change suspension only; its status is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it if it is needed sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it, or raise its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it, or request its cancellation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume lifts a manual or usage-limit suspension only; its status is {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume use of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume use of 1 sub-card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume use of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume use of {count} sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume {count} sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumption next month after a usage stop changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke 1 cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke for 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke for {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke {count} cancellations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of {subject} point to rows not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIM card status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite {version} has a rare bug that can damage a file; 3.51.3 and later do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode cannot be left now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same-tier pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same-tier pool directional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as xlsx or csv in a spreadsheet program and open that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet as csv, or split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet with the cards alone, or as csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the ICCIDs of the cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds of UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending continued after an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends are lost on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set automatic rebind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set automatic rebind of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set automatic rebind of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the limits anew, group by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the usage limit of the voucher to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set usage limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set usage limit of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set usage limit of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set. The voucher&apos;s cards are read again, so that it shows at each of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle what is in doubt first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several cards have this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several orders look like it: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are of the tiers of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares are of the tiers of today; {count} card(s) had another one then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent period ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silent period ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk does not know this card&apos;s status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk ended before all was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk ended before the answer came; the card is being asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk ended before the file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SimDesk knows no provider “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-card directional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single-card plans have no pool; top up their cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smart card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soldered 2x2, consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soldered 2x2, industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soldered 5x6, consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soldered 5x6, industrial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its sub-cards are in use, others are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of these cards were tried again since the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else moved the order on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows the closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong ({kind}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specific status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spending of a day at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of sub-card {iccid} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status {as_of}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statuses it looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still in use although its plan ended on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-cards: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend 1 sub-card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend {count} sub-cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (abnormal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (credit control)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (device change)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (device change, test period)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (real-name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended (usage limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended by an operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended by an operator; its plan time runs on until {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended by the carrier&apos;s credit control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync the cards first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{before}” renamed to “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “{name}” merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags changed at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of 1 card changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of {count} cards changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That operation did not change the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The accounts are closed for good and the numbers are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit is broken at record {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “{path}” is not whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card changed at the provider since the file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has changed since the preview; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card has no usage limit of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card is shown without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card shows {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was acted on or changed again since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card&apos;s account is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card&apos;s usage limit is {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards are those of the voucher today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards are those that carry the tag today, whoever carried it then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards had {count} different limits before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards of operation {subject} are not those that were approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cards stop when their plans end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier stops it any time now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier suspends it when its data is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier turns requests down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier&apos;s risk control closed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier, once the registration is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier; it resumes by itself on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of IMEI {number} does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this PC is off by {minutes} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condition of the rule “{rule}” cannot be read: {stored}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The csv file cannot be understood: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is there at once and ends with the plan that runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk does not know this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk forgets what was done since: {operations} operations, {purchases} purchases, {records} audit records. What was sent stays done at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk was restored from a backup of {at}. Compare it with the provider first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk was restored from a backup; this may have been sent since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk&apos;s file is being verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device lock is lifted. The next device that produces traffic becomes the bound one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{path}” could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not tell when it was written: what changed here or at the provider since cannot be told from what was edited in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than {most} parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no column of remarks, tags, usage limits or wished actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no sheet “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds a document type declaration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds more than {most} MB once it is unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds parts where none may lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a binary workbook (xlsb).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a web page or XML, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is a zip file without a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is an OpenDocument file, not xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: its part {name} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in the format of Excel 97 (xls).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than {most} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is neither a workbook nor text in UTF-8, UTF-16 or GB18030.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is small and has {cells} cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed since SimDesk was closed: {subject}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of the two rows is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first traffic month is after the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fleet cannot be written to “{path}”: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last two starts failed within a minute; this one is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit is its voucher&apos;s: the card has none of its own to take away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits are set under Edit, Limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money of {subject} does not lie where its state says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The named sub-cards are not its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is closed until the cards are resumed. Plan time keeps running and is charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network opens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number stands in a numeric cell as {words}. A spreadsheet program keeps 15 digits of a number and makes the rest zeros, so nobody can know which card is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number stands in a numeric cell, of which a spreadsheet program keeps 15 digits: nobody can know which card is meant. Format the column as text at the source and copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operation was stopped before its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order costs something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan expires on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan starts now and is charged; each card adds its tier to the pool. This cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plans bought run one after another, behind the one that runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool grows by {size} at once, to {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool grows by {size} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool is counted from the stored days of its cards of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview was too old when its turn came; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has risen since the preview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is {price} now, {approved} was approved; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price list has no price for “{voucher}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price list “{path}” cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider accepted it. {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks for fewer calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asks for fewer calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not list the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not sell it for this voucher now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not sell this for its plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no order for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has not listed this card since {day}; what follows is old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider knows no card {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider knows no voucher {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider lets nothing of this account through: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider reports an error of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider reports status {code}, which SimDesk does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider said done, but {wrong} of {count} cards do not show it: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider took it; what comes of it shows later. It is not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer is not the end of it: each card is read back, which may take {minutes} minutes or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s servers fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotes are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range has no end at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The remark that the card shall have, at most {most} characters; a blank cell takes it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report to send is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same ICCID stands in row {row} of “{sheet}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same was asked before and is not settled yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated world cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system cancels it after three months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “{name}” is watched by the rule {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The texts of the file need {size} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour broke off: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verification found {count} flaws: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voucher&apos;s cards show the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook cannot be understood: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a fleet “{name}” already, in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no day {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no fleet “{name}” in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row with a card below the titles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such operation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are different accounts: “{before}” before, “{after}” after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a copy to look at; what you change here is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a spreadsheet opened for review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a spreadsheet: there is no provider to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month {paid} cards may be active; {active} are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month {paid} cards may be active; {active} are: {over} too many remain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month {units} more cards may be active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider does not offer it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has no ICCID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This saved search is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tag is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This traffic time range cannot be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time (Asia/Shanghai)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To find all that are not empty, write -{name}:none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To find empty ones, write {name}:none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To search for the sign itself, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To search for the words themselves, put them in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many calls; it is sent again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-up does not apply to pooled plans: add cards or enlarge the pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic in cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic of {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew off for 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew off for {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew on for 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn auto-renew on for {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns tell the same field: {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown ({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage as of {stamp}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage in the plan cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit of the voucher changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limit “{words}” is not possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage limits apply to same-tier and pooled plans only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage of {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used since (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voucher {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait: “{action}” is under way on this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits until {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the card activated there since about {sent}, and did its plan begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was the device lock of the card lifted there since about {sent}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched by rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid is not given back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is on, a device change no longer suspends the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole MB in a month, at which the card is suspended. 0 takes the card&apos;s own limit off; a blank cell changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows keeps this name for a device; take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wished action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without traffic since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would have fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot; at the end of the phrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write -{name}:… for everything but.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a date as 2026-12-31, or days from today: today, 30d (in 30 days), -7d (7 days ago).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number with a unit, such as 100MB or 1.5GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an action such as “{suspend}” or “{resume}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an ordinary : instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits only, such as {name}:10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for how many billing cycles: “{example}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 500 or 1,200.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers without commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one of {tokens}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one range: {name}:low..high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write remark of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write remark of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write straight quotes: &quot;north gate&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the limit into the column “Usage limit (MB)” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the remark into the column “Remarks” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the smaller end first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the tags into the column “Tags” instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole number or its first six characters or more, such as {name}:898603.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whole megabytes, 1MB or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {name}:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{on}” or “{off}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can renew it; unrenewed, the carrier stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can renew it; unrenewed, the system cancels it for good on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can resume it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can resume it; it does so by itself on {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can suspend it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a billing cycle: M or Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card of the voucher {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card tagged “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a carrier: CM, CU, CT or AL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a data tier such as 100M or 2G</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a plan type such as SC or UP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rate version: a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {at}, 1 hour old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {at}, {days} days old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {at}, {hours} hours old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-renew off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto-renew on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires today or tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires today or within {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires within 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expires within {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five parts joined by _ or -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has become {statuses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has used {percent} % or more of its data tier (single-card plans only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has used {size} or more in its plan cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: empty ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool used ≥ {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recoloured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renewing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resuming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting rebind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status becomes {statuses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell me every time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell me once a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell me once a day for each card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell me once a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell me once per plan cycle of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this desk was restored and is not compared yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today + {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today - {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topping up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used in the cycle ≥ {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used ≥ {percent} % of the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when {card} {does}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when {percent} % or more of the pool of {voucher} is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} of 1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action} of {count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{carrier} / {plan} / {cycle} / rate {rate} / {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards are accepted but not confirmed yet; see whether they take effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cards from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} cycles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in a row did not go as expected, the last: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new cards come within a business day, in their silent period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to be read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (in {count} days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (today)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (tomorrow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} (yesterday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} ({count} days ago)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} But the provider has no order for it since it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} It can no longer take effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} Look it up at the provider: did the act of {sent} take effect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} KB are left in the cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message} {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} has already passed in this world.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{money} is no spending cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} total (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: nothing used in {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {total} over {days} days, most {most} on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no ranges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} has 19 characters: the last one seems missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % is no share of a pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{price}, order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, act in doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step} It cannot be done from here: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left, done about {clock}, read-back included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left, read-back included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (Asia/Shanghai)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (MB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units}, {over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher} has no pool to buy for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher} is a pool: only cards of single-card plans have a tier each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher} is a single-card plan: it has no pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher}: no more than {percent} % of its {active} active cards may be suspended or cancelled in a day, that is {most}; it would be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{voucher}: no more than {percent} % of its {active} active cards may be suspended or cancelled in a day, that is {most}; {before} are already, it would be {wanted} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be kept: no file can carry character {place} (U+{code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} has at most {most} characters; this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is one line of text; character {place} (U+{code}) is not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} needs at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} looked it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}, {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {count} did not go as expected, the last: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“\{letter}” means nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” cannot be reversed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read: reading it broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is already open in another SimDesk (process {pid} on {host}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{folder}” is already open in another SimDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be used as a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{operator}” does not go with {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” belongs to another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be exported to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” cannot be written: its folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read or written: the disk reports an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” has no audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” holds no review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged: its end is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a SimDesk file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a simulated world of SimDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is the desk of another fleet or account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” lies where other machines reach it ({shared}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” may not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” or its folder may only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was made by a newer SimDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was written by a newer SimDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{sign}” is a full-width sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” has characters that are no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” has digits other than 0-9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” has {count} characters; card numbers have 13, 15 or 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is a number that a spreadsheet program rounded to a few digits. The others are lost, so nobody can know which card is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is no answer to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is no value of {field} that SimDesk knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is no value of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a card number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a data size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a date that SimDesk can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not an action that a sheet can ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not an {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not part of any {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not part of this language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” was rounded by a spreadsheet and its last digits are lost: format the column as text at the source and copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
