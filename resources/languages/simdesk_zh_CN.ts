<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A desktop program for fleets of IoT SIM cards.</source>
        <translation>管理物联网卡库的桌面程序。</translation>
    </message>
    <message>
        <source>About SimDesk</source>
        <translation>关于 SimDesk</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Free software under the MIT licence; Qt, which it uses, is under the LGPL.</source>
        <translation>采用 MIT 许可证的自由软件；所用的 Qt 采用 LGPL。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence of the chosen part</source>
        <translation>所选组件的许可证</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>组件及其许可证</translation>
    </message>
    <message>
        <source>SimDesk {version}</source>
        <translation>SimDesk {version}</translation>
    </message>
    <message>
        <source>The versions are on the clipboard.</source>
        <translation>版本信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>{name} comes without the text of its licence. It is under: {licence}.</source>
        <translation>{name} 未附许可证全文。其许可证为：{licence}。</translation>
    </message>
</context>
<context>
    <name>AccountActDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>显示此订单</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Confirm the cards first.</source>
        <translation>请先确认这些卡。</translation>
    </message>
    <message>
        <source>No card would be acted on.</source>
        <translation>没有可执行的卡。</translation>
    </message>
    <message>
        <source>Nothing is sent at present: {reason}</source>
        <translation>目前不发送任何请求：{reason}</translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation>请先填写原因。</translation>
    </message>
    <message>
        <source>There is no preview yet.</source>
        <translation>还没有预览。</translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>Go to a card first.</source>
        <translation>请先定位到一张卡。</translation>
    </message>
    <message>
        <source>Go to the Cards page first.</source>
        <translation>请先进入“卡”页面。</translation>
    </message>
    <message>
        <source>Not possible.</source>
        <translation>无法执行。</translation>
    </message>
    <message>
        <source>Select a card first.</source>
        <translation>请先选择卡。</translation>
    </message>
    <message>
        <source>{allowed} of {asked} cards; the others: {reason}</source>
        <translation>{asked} 张卡中 {allowed} 张可执行；其余：{reason}</translation>
    </message>
</context>
<context>
    <name>AuditFilterRow</name>
    <message>
        <source>All acts</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Days of the acts</source>
        <translation>操作日期</translation>
    </message>
    <message>
        <source>Which acts</source>
        <translation>操作类型</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>1 record</source>
        <translation>1 条记录</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>导出审计</translation>
    </message>
    <message>
        <source>Exported 1 record to “{name}”.</source>
        <translation>已将 1 条记录导出到“{name}”。</translation>
    </message>
    <message>
        <source>Exported {count} records to “{name}”.</source>
        <translation>已将 {count} 条记录导出到“{name}”。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No record matches.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Nothing was done on this desk yet. Every act will be written here, single edits too: who did it, when, what was before and after. Nobody can change a record unnoticed.</source>
        <translation>此工作台上尚无任何操作。今后每项操作都会记录在此，单项编辑也不例外：谁在何时做了什么，之前和之后各是什么。任何人改动记录都会被发现。</translation>
    </message>
    <message>
        <source>Operator, card, reason…</source>
        <translation>操作员、卡、原因…</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示对象</translation>
    </message>
    <message>
        <source>Show the cards</source>
        <translation>显示卡</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>校验记录链</translation>
    </message>
    <message>
        <source>the end of the chain could not be noted outside of the desk</source>
        <translation>记录链末端未能在工作台之外留底</translation>
    </message>
    <message>
        <source>{shown} of {total} records, older ones follow as you scroll</source>
        <translation>共 {total} 条记录，已显示 {shown} 条，向下滚动加载更早的记录</translation>
    </message>
    <message>
        <source>{total} records</source>
        <translation>{total} 条记录</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>显示此卡</translation>
    </message>
    <message>
        <source>Show the operation</source>
        <translation>显示此任务</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What the record tells</source>
        <translation>记录内容</translation>
    </message>
    <message>
        <source>{number}, digest {digest}…</source>
        <translation>{number}，摘要 {digest}…</translation>
    </message>
</context>
<context>
    <name>AuditVerdictBar</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Noted lines that cannot be read: {count}.</source>
        <translation>无法读取的留底：{count} 行。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The chain is whole. Records: {records}. Heads noted outside of the desk that agree: {anchors}. Verified {at}.</source>
        <translation>记录链完好。记录 {records} 条，与工作台之外留底相符的链头 {anchors} 个。校验时间：{at}。</translation>
    </message>
    <message>
        <source>Verifying the chain of records…</source>
        <translation>正在校验记录链…</translation>
    </message>
    <message>
        <source>Verifying the chain: {done} of {total} records</source>
        <translation>正在校验记录链：{total} 条记录中已完成 {done} 条</translation>
    </message>
    <message>
        <source>Whole records before it: {count}.</source>
        <translation>此前完好的记录：{count} 条。</translation>
    </message>
</context>
<context>
    <name>AutomationTab</name>
    <message>
        <source>Automation rules and what they recorded</source>
        <translation>自动化规则及其触发记录</translation>
    </message>
    <message>
        <source>No automation rule concerns this card.</source>
        <translation>没有与此卡有关的自动化规则。</translation>
    </message>
    <message>
        <source>Reading rules…</source>
        <translation>正在读取规则…</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check this backup</source>
        <translation>检查此备份</translation>
    </message>
    <message>
        <source>Checking and copying the backup</source>
        <translation>正在检查并复制备份</translation>
    </message>
    <message>
        <source>Looking for backups</source>
        <translation>正在查找备份</translation>
    </message>
    <message>
        <source>Made and checked: {when}</source>
        <translation>已备份并检查：{when}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>The backup of {when} is whole.</source>
        <translation>{when} 的备份完好。</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>{count} in doubt</source>
        <translation>存疑 {count} 张</translation>
    </message>
    <message>
        <source>{count} not read</source>
        <translation>未读 {count} 条</translation>
    </message>
</context>
<context>
    <name>BasicTab</name>
    <message>
        <source>Basic information</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>已复制{name}</translation>
    </message>
    <message>
        <source>In the spreadsheet</source>
        <translation>表格中的内容</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
</context>
<context>
    <name>BeforeList</name>
    <message>
        <source>Used last on {moment}, in {folder}</source>
        <translation>上次使用：{moment}，位于 {folder}</translation>
    </message>
</context>
<context>
    <name>BringBackDialog</name>
    <message>
        <source>1 card was changed.</source>
        <translation>已修改 1 张卡。</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Also change the remarks and tags of 1 card that only the provider changed</source>
        <translation>同时修改 1 张仅在服务商处有变动的卡的备注和标签</translation>
    </message>
    <message>
        <source>Also change the remarks and tags of {count} cards that only the provider changed</source>
        <translation>同时修改 {count} 张仅在服务商处有变动的卡的备注和标签</translation>
    </message>
    <message>
        <source>As on the desk</source>
        <translation>与工作台一致</translation>
    </message>
    <message>
        <source>Bring back what was edited in “{name}”</source>
        <translation>导回“{name}”中的修改</translation>
    </message>
    <message>
        <source>Change 1 card</source>
        <translation>修改 1 张卡</translation>
    </message>
    <message>
        <source>Change 1 remark</source>
        <translation>修改 1 张卡的备注</translation>
    </message>
    <message>
        <source>Change the tags of 1 card</source>
        <translation>修改 1 张卡的标签</translation>
    </message>
    <message>
        <source>Change the tags of {count} cards</source>
        <translation>修改 {count} 张卡的标签</translation>
    </message>
    <message>
        <source>Change {count} remarks</source>
        <translation>修改 {count} 张卡的备注</translation>
    </message>
    <message>
        <source>Change {count} remarks and tags</source>
        <translation>修改 {count} 张卡的备注和标签</translation>
    </message>
    <message>
        <source>Holding every row against the desk. Nothing is changed…</source>
        <translation>正在将每一行与工作台核对，不会改动任何内容…</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Progress of the look</source>
        <translation>核对进度</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>The sheet could not be held against the desk.</source>
        <translation>无法将此表与工作台核对。</translation>
    </message>
    <message>
        <source>To be changed</source>
        <translation>待修改</translation>
    </message>
    <message>
        <source>Undo in the fleet&apos;s window takes it back as one step.</source>
        <translation>在卡库窗口中“撤销”可一步全部还原。</translation>
    </message>
    <message>
        <source>{count} as on the desk</source>
        <translation>与工作台一致 {count} 处</translation>
    </message>
    <message>
        <source>{count} cards were changed.</source>
        <translation>已修改 {count} 张卡。</translation>
    </message>
    <message>
        <source>{count} in conflict</source>
        <translation>冲突 {count} 处</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>拒绝 {count} 处</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} to be changed</source>
        <translation>待修改 {count} 处</translation>
    </message>
    <message>
        <source>{count} were edited here meanwhile and left alone.</source>
        <translation>其中 {count} 张在此期间已在此处编辑过，未予改动。</translation>
    </message>
</context>
<context>
    <name>Bucket</name>
    <message>
        <source>Copy 1 number: {name}</source>
        <translation>复制 1 个号码：{name}</translation>
    </message>
    <message>
        <source>Copy {count}</source>
        <translation>复制 {count} 个</translation>
    </message>
    <message>
        <source>Copy {count} numbers: {name}</source>
        <translation>复制 {count} 个号码：{name}</translation>
    </message>
</context>
<context>
    <name>BuildingPanel</name>
    <message>
        <source>Building the demo fleet of {total} cards</source>
        <translation>正在生成 {total} 张卡的演示卡库</translation>
    </message>
    <message>
        <source>Building the demo fleet: {done} of {total} cards</source>
        <translation>正在生成演示卡库：{total} 张卡中已完成 {done} 张</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopping at the end of this step</source>
        <translation>这一步结束后停止</translation>
    </message>
    <message>
        <source>The fleet is built. Opening its window.</source>
        <translation>卡库已生成，正在打开其窗口。</translation>
    </message>
</context>
<context>
    <name>BuyDialog</name>
    <message>
        <source>Buy for a pool</source>
        <translation>为流量池购买</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Order {number} for this voucher waits unpaid: {what}, {money}.</source>
        <translation>此套餐凭证有待支付订单 {number}：{what}，{money}。</translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Show that order</source>
        <translation>显示该订单</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>购买后</translation>
    </message>
    <message>
        <source>too little: the order would wait unpaid</source>
        <translation>余额不足：订单将处于待支付状态</translation>
    </message>
    <message>
        <source>{used} of {total} used</source>
        <translation>已用 {used}，共 {total}</translation>
    </message>
</context>
<context>
    <name>CardClipboard</name>
    <message>
        <source>1 card copied</source>
        <translation>已复制 1 张卡</translation>
    </message>
    <message>
        <source>{count} cards copied</source>
        <translation>已复制 {count} 张卡</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>, then </source>
        <translation>，其次 </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In pasted order</source>
        <translation>按粘贴顺序</translation>
    </message>
    <message>
        <source>Sorted by {keys}</source>
        <translation>排序：{keys}</translation>
    </message>
    <message>
        <source>{column} ascending</source>
        <translation>{column}升序</translation>
    </message>
    <message>
        <source>{column} descending</source>
        <translation>{column}降序</translation>
    </message>
</context>
<context>
    <name>CardTableModel</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
</context>
<context>
    <name>CardTableView</name>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
</context>
<context>
    <name>CardsChoice</name>
    <message>
        <source>All but cancelled ({count})</source>
        <translation>除已销户外全部（{count}）</translation>
    </message>
    <message>
        <source>Matching the search ({count})</source>
        <translation>符合搜索条件（{count}）</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>所选（{count}）</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Only smart cards have sub-cards.</source>
        <translation>只有多网卡才有子卡。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation>同步全部卡</translation>
    </message>
    <message>
        <source>Views and columns</source>
        <translation>视图和列</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Condition {words}, {state}</source>
        <translation>条件：{words}，{state}</translation>
    </message>
    <message>
        <source>Press to switch it off</source>
        <translation>点击停用此条件</translation>
    </message>
    <message>
        <source>Press to switch it on</source>
        <translation>点击启用此条件</translation>
    </message>
    <message>
        <source>Remove condition {words}</source>
        <translation>移除条件：{words}</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除此条件</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>A list of cards cannot be saved as a search.</source>
        <translation>卡清单不能存为搜索。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear all conditions</source>
        <translation>清除全部条件</translation>
    </message>
    <message>
        <source>Conditions of the search</source>
        <translation>搜索条件</translation>
    </message>
    <message>
        <source>Only cards of a list are searched</source>
        <translation>只在清单中的卡内搜索</translation>
    </message>
    <message>
        <source>Save search…</source>
        <translation>保存搜索…</translation>
    </message>
    <message>
        <source>{count} listed cards</source>
        <translation>清单中的 {count} 张卡</translation>
    </message>
</context>
<context>
    <name>CloseOrderDialog</name>
    <message>
        <source>Close order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>Keep the order</source>
        <translation>保留订单</translation>
    </message>
    <message>
        <source>Nothing is charged and nothing delivered. It cannot be opened again.</source>
        <translation>不扣费，也不交付。关闭后无法重新打开。</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Cancel export and close</source>
        <translation>取消导出并关闭</translation>
    </message>
    <message>
        <source>Cancel {count} exports and close</source>
        <translation>取消 {count} 个导出并关闭</translation>
    </message>
    <message>
        <source>Close SimDesk</source>
        <translation>关闭 SimDesk</translation>
    </message>
    <message>
        <source>Everything has ended; nothing is lost by closing.</source>
        <translation>全部已结束；关闭不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>继续等待</translation>
    </message>
    <message>
        <source>Operations and exports are running</source>
        <translation>任务和导出正在进行</translation>
    </message>
    <message>
        <source>Operations are running</source>
        <translation>任务正在进行</translation>
    </message>
    <message>
        <source>Pause operations and close</source>
        <translation>暂停任务并关闭</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>The export {names} is not finished. If SimDesk closes now, it is cancelled and leaves no file; you can export again at any time.</source>
        <translation>导出{names}尚未完成。现在关闭 SimDesk 将取消导出，不留下文件；可随时重新导出。</translation>
    </message>
    <message>
        <source>The exports {names} are not finished. If SimDesk closes now, they are cancelled and leave no files; you can export again at any time.</source>
        <translation>导出{names}尚未完成。现在关闭 SimDesk 将取消这些导出，不留下文件；可随时重新导出。</translation>
    </message>
    <message>
        <source>What has been sent to the provider is finished before SimDesk closes. Cards that are still waiting are not sent; at the next start SimDesk asks whether to continue. Nothing goes on by itself.</source>
        <translation>已发送给服务商的请求会在 SimDesk 关闭前完成。仍在等待的卡不会发送；下次启动时 SimDesk 会询问是否继续。不会自动继续任何操作。</translation>
    </message>
    <message>
        <source>{count} exports are being written</source>
        <translation>正在写入 {count} 个导出文件</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等（另 {count} 个）</translation>
    </message>
    <message>
        <source>“{name}” is being written</source>
        <translation>正在写入“{name}”</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>ColumnCount</name>
    <message>
        <source>{column}: all the same</source>
        <translation>{column}：全部相同</translation>
    </message>
    <message>
        <source>{column}: {count} different</source>
        <translation>{column}：{count} 个不同的值</translation>
    </message>
</context>
<context>
    <name>ColumnsControl</name>
    <message>
        <source>As in the table now</source>
        <translation>与当前表格相同</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Find cards with {digits}</source>
        <translation>查找含 {digits} 的卡</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>used lately</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>全部差异</translation>
    </message>
    <message>
        <source>Cards added</source>
        <translation>新增的卡</translation>
    </message>
    <message>
        <source>Cards changed</source>
        <translation>变化的卡</translation>
    </message>
    <message>
        <source>Cards gone</source>
        <translation>消失的卡</translation>
    </message>
    <message>
        <source>Comparing all cards of both sides…</source>
        <translation>正在比对双方的全部卡…</translation>
    </message>
    <message>
        <source>Export 1 line…</source>
        <translation>导出 1 行…</translation>
    </message>
    <message>
        <source>Export the lines</source>
        <translation>导出明细</translation>
    </message>
    <message>
        <source>Export {count} lines…</source>
        <translation>导出 {count} 行…</translation>
    </message>
    <message>
        <source>Exported 1 line to “{name}”.</source>
        <translation>已将 1 行导出到“{name}”。</translation>
    </message>
    <message>
        <source>Exported {count} lines to “{name}”.</source>
        <translation>已将 {count} 行导出到“{name}”。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比对进度</translation>
    </message>
    <message>
        <source>Show card</source>
        <translation>显示此卡</translation>
    </message>
    <message>
        <source>They could not be compared.</source>
        <translation>无法比对。</translation>
    </message>
    <message>
        <source>comparison {day}.xlsx</source>
        <translation>比对 {day}.xlsx</translation>
    </message>
    <message>
        <source>{count} added</source>
        <translation>新增 {count} 张</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>变化 {count} 张</translation>
    </message>
    <message>
        <source>{count} gone</source>
        <translation>消失 {count} 张</translation>
    </message>
    <message>
        <source>{count} the same</source>
        <translation>相同 {count} 张</translation>
    </message>
    <message>
        <source>{size} less used</source>
        <translation>少用 {size}</translation>
    </message>
    <message>
        <source>{size} more used</source>
        <translation>多用 {size}</translation>
    </message>
    <message>
        <source>“{before}” compared with “{after}”</source>
        <translation>“{before}”与“{after}”的比对</translation>
    </message>
</context>
<context>
    <name>ConditionFields</name>
    <message>
        <source>% of the data tier</source>
        <translation>流量档位的百分比</translation>
    </message>
    <message>
        <source>% of the pool</source>
        <translation>流量池的百分比</translation>
    </message>
    <message>
        <source>Days before the expiry</source>
        <translation>距到期天数</translation>
    </message>
    <message>
        <source>MB in the plan cycle</source>
        <translation>套餐周期内 MB</translation>
    </message>
    <message>
        <source>Pool usage at least, in percent</source>
        <translation>流量池用量不少于（百分比）</translation>
    </message>
    <message>
        <source>Unit of the usage</source>
        <translation>用量单位</translation>
    </message>
    <message>
        <source>Usage at least</source>
        <translation>用量不少于</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>today or within</source>
        <translation>今天或</translation>
    </message>
</context>
<context>
    <name>CriterionBody</name>
    <message>
        <source>Also: {words}</source>
        <translation>另有：{words}</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>非</translation>
    </message>
    <message>
        <source>{name}: empty</source>
        <translation>{name}：为空</translation>
    </message>
    <message>
        <source>{name}: not</source>
        <translation>{name}：非</translation>
    </message>
</context>
<context>
    <name>CriterionHead</name>
    <message>
        <source>Opens and closes the criterion</source>
        <translation>展开或收起此筛选项</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>not {words}</source>
        <translation>非{words}</translation>
    </message>
    <message>
        <source>{words} (off)</source>
        <translation>{words}（已停用）</translation>
    </message>
</context>
<context>
    <name>DaySpan</name>
    <message>
        <source>Any day</source>
        <translation>任意日期</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>自定义日期范围…</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>DeadlinesSection</name>
    <message>
        <source>1 day left</source>
        <translation>剩 1 天</translation>
    </message>
    <message>
        <source>Auto-cancellation</source>
        <translation>自动销户</translation>
    </message>
    <message>
        <source>Can be cancelled before the 20th</source>
        <translation>可在 20 日前销户</translation>
    </message>
    <message>
        <source>Can be cancelled, but late</source>
        <translation>可销户，但已逾期</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Plan ends and nothing renews it</source>
        <translation>套餐到期且无续费安排</translation>
    </message>
    <message>
        <source>Plan ends within {days} days</source>
        <translation>套餐 {days} 天内到期</translation>
    </message>
    <message>
        <source>Silent period ends</source>
        <translation>静默期结束</translation>
    </message>
    <message>
        <source>Stopped and Manually Deactivated cards without a cancellation under way. Asked for before 00:00 on {day} it takes effect at once; from the 20th on it takes effect on the first of the next month, which is charged.</source>
        <translation>没有正在销户的已停机卡和主动停用卡。{day} 00:00 前申请则立即生效；20 日起申请则于次月 1 日生效，次月照常计费。</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day}前</translation>
    </message>
    <message>
        <source>finishes {day}</source>
        <translation>{day}完成</translation>
    </message>
    <message>
        <source>none until {day}</source>
        <translation>{day}前没有</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>剩 {days} 天</translation>
    </message>
    <message>
        <source>{money} charged</source>
        <translation>计费 {money}</translation>
    </message>
    <message>
        <source>{money} if late</source>
        <translation>逾期计费 {money}</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>It did not take effect</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>It took effect</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记录结果</translation>
    </message>
    <message>
        <source>{what}, asked by {who} on {at}.</source>
        <translation>{what}，由 {who} 于 {at} 提出。</translation>
    </message>
</context>
<context>
    <name>DeleteExportsDialog</name>
    <message>
        <source>A file in a folder of your own stays there.</source>
        <translation>保存在自选文件夹中的文件保留。</translation>
    </message>
    <message>
        <source>It is removed from the disk; copies you saved elsewhere stay.</source>
        <translation>文件将从磁盘删除；另存到别处的副本保留。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>There is no file any more; only the line in the list goes.</source>
        <translation>文件已不存在；只从列表中移除这一行。</translation>
    </message>
</context>
<context>
    <name>DeleteRuleDialog</name>
    <message>
        <source>Delete rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Delete the rule “{name}”</source>
        <translation>删除规则“{name}”</translation>
    </message>
    <message>
        <source>It is checked no more. Its notifications and trigger records stay.</source>
        <translation>不再检查此规则。其通知和触发记录保留。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>DeleteTagDialog</name>
    <message>
        <source>Delete tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
    <message>
        <source>It comes off 1 card. It can be undone in this session.</source>
        <translation>将从 1 张卡上移除。本次会话内可撤销。</translation>
    </message>
    <message>
        <source>It comes off {count} cards. It can be undone in this session.</source>
        <translation>将从 {count} 张卡上移除。本次会话内可撤销。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>No card carries it.</source>
        <translation>没有卡带有此标签。</translation>
    </message>
</context>
<context>
    <name>DemoDoor</name>
    <message>
        <source>Build demo fleet</source>
        <translation>生成演示卡库</translation>
    </message>
    <message>
        <source>Cards, carriers, a wallet and faults, all simulated on this computer. Nothing you press reaches a real card, and nothing needs to be configured.</source>
        <translation>卡、运营商、账户余额和故障，全部在这台计算机上模拟。任何操作都不会影响真实的卡，也无需配置。</translation>
    </message>
    <message>
        <source>Size of the demo fleet</source>
        <translation>演示卡库的大小</translation>
    </message>
    <message>
        <source>Try it on a demo fleet</source>
        <translation>用演示卡库试用</translation>
    </message>
    <message>
        <source>{count} cards, all read in about {time}</source>
        <translation>{count} 张卡，约 {time} 读完</translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Automation rules</source>
        <translation>自动化规则</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Basic information</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Card details</source>
        <translation>卡详情</translation>
    </message>
    <message>
        <source>Choose a card to see its details.</source>
        <translation>选择一张卡以查看详情。</translation>
    </message>
    <message>
        <source>Details of the card</source>
        <translation>此卡的详情</translation>
    </message>
    <message>
        <source>Its automation rules could not be read.</source>
        <translation>无法读取其自动化规则。</translation>
    </message>
    <message>
        <source>Its records could not be read.</source>
        <translation>无法读取其记录。</translation>
    </message>
    <message>
        <source>Its usage could not be read.</source>
        <translation>无法读取其用量。</translation>
    </message>
    <message>
        <source>Operation records</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation>子卡</translation>
    </message>
    <message>
        <source>The card could not be read.</source>
        <translation>无法读取此卡。</translation>
    </message>
    <message>
        <source>The provider could not be asked; older values are shown.</source>
        <translation>未能查询服务商；显示的是较早的值。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Traffic information</source>
        <translation>流量信息</translation>
    </message>
    <message>
        <source>{count} cards selected</source>
        <translation>已选 {count} 张卡</translation>
    </message>
    <message>
        <source>{size} used in their cycles</source>
        <translation>周期内合计 {size}</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>All cards</source>
        <translation>全部卡</translation>
    </message>
    <message>
        <source>Cards by status</source>
        <translation>按状态统计的卡</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>DoubtsBar</name>
    <message>
        <source>1 act in doubt</source>
        <translation>1 项操作存疑</translation>
    </message>
    <message>
        <source>Look at the provider yourself, then say what became of it.</source>
        <translation>请自行到服务商处查看，再记录结果。</translation>
    </message>
    <message>
        <source>Nothing of it is sent again; looking at the provider settles it.</source>
        <translation>不会重复发送；到服务商处核实即可了结。</translation>
    </message>
    <message>
        <source>Settle doubts</source>
        <translation>核实存疑项</translation>
    </message>
    <message>
        <source>{count} acts in doubt</source>
        <translation>{count} 项操作存疑</translation>
    </message>
</context>
<context>
    <name>EarlyCards</name>
    <message>
        <source>Building the demo fleet: {done} of {total} cards</source>
        <translation>正在生成演示卡库：{total} 张卡中已完成 {done} 张</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Reading cards</source>
        <translation>正在读取卡</translation>
    </message>
</context>
<context>
    <name>EmptyNotice</name>
    <message>
        <source>Clear the last condition</source>
        <translation>清除最后一个条件</translation>
    </message>
    <message>
        <source>Every card of this spreadsheet is cancelled. Find them with {words}</source>
        <translation>此表格中的卡均已销户。可用 {words} 查找</translation>
    </message>
    <message>
        <source>No card has been read from the provider yet. A sync reads all of them.</source>
        <translation>尚未从服务商读取任何卡。同步会读取全部卡。</translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation>没有符合条件的卡。</translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation>同步全部卡</translation>
    </message>
    <message>
        <source>The first sync is reading the cards.</source>
        <translation>首次同步正在读取卡。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Daily usage</source>
        <translation>每日用量</translation>
    </message>
    <message>
        <source>Export card details</source>
        <translation>导出卡详情</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>One more column for each day</source>
        <translation>每天增加一列</translation>
    </message>
    <message>
        <source>Spreadsheet programs round ICCIDs they read from csv; xlsx keeps them.</source>
        <translation>表格软件读取 csv 时会改写 ICCID 的末几位；xlsx 不会。</translation>
    </message>
    <message>
        <source>Text (csv)</source>
        <translation>文本（csv）</translation>
    </message>
    <message>
        <source>Traffic months</source>
        <translation>流量月份</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Workbook (xlsx)</source>
        <translation>工作簿（xlsx）</translation>
    </message>
    <message>
        <source>{columns} columns</source>
        <translation>{columns} 列</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} 个月</translation>
    </message>
</context>
<context>
    <name>ExportedFilesPage</name>
    <message>
        <source>1 export</source>
        <translation>1 个导出</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Export cards…</source>
        <translation>导出卡…</translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Files without a folder of your own are kept for {days} days.</source>
        <translation>未指定文件夹的文件保留 {days} 天。</translation>
    </message>
    <message>
        <source>Its {days} days are over; the file was removed.</source>
        <translation>{days} 天保留期已过；文件已删除。</translation>
    </message>
    <message>
        <source>Nothing has been exported yet. Files of cards and their usage are kept here, to open or to save elsewhere.</source>
        <translation>尚未导出任何文件。卡及其用量的文件保存在这里，可打开或另存到别处。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation>已保存“{path}”。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>{count} exports</source>
        <translation>{count} 个导出</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>Click to copy</source>
        <translation>点击复制</translation>
    </message>
    <message>
        <source>Enter copies the value</source>
        <translation>按 Enter 复制此值</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message>
        <source>Facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Reading cards</source>
        <translation>正在读取卡</translation>
    </message>
    <message>
        <source>Values of the column</source>
        <translation>此列的值</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 张卡</translation>
    </message>
    <message>
        <source>{matching} of {total}</source>
        <translation>{total} 张中 {matching} 张</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Field that the column tells</source>
        <translation>此列对应的字段</translation>
    </message>
</context>
<context>
    <name>FigureLink</name>
    <message>
        <source>Copy the filter</source>
        <translation>复制筛选条件</translation>
    </message>
    <message>
        <source>Show these cards</source>
        <translation>显示这些卡</translation>
    </message>
    <message>
        <source>{what}: 1 card</source>
        <translation>{what}：1 张卡</translation>
    </message>
    <message>
        <source>{what}: {count} cards</source>
        <translation>{what}：{count} 张卡</translation>
    </message>
</context>
<context>
    <name>FilterCompleter</name>
    <message>
        <source>Completions</source>
        <translation>补全建议</translation>
    </message>
</context>
<context>
    <name>FilterDock</name>
    <message>
        <source>Advanced search</source>
        <translation>高级搜索</translation>
    </message>
    <message>
        <source>Also: {words}</source>
        <translation>另有：{words}</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>筛选项</translation>
    </message>
    <message>
        <source>Find a criterion</source>
        <translation>查找筛选项</translation>
    </message>
    <message>
        <source>Find a criterion by name</source>
        <translation>按名称查找筛选项</translation>
    </message>
    <message>
        <source>No criterion has such a name.</source>
        <translation>没有这个名称的筛选项。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset all conditions</source>
        <translation>重置全部条件</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search with these conditions</source>
        <translation>按这些条件搜索</translation>
    </message>
    <message>
        <source>{count} listed cards</source>
        <translation>清单中的 {count} 张卡</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>Choose: {what}</source>
        <translation>选择：{what}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>FrozenColumns</name>
    <message>
        <source>Frozen columns</source>
        <translation>已冻结的列</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>I know that this card&apos;s account cannot be restored.</source>
        <translation>我知道此卡销户后无法恢复。</translation>
    </message>
    <message>
        <source>Type the name of the account: {account}</source>
        <translation>请输入账户名称：{account}</translation>
    </message>
    <message>
        <source>Type the number of cards: {count}</source>
        <translation>请输入卡的张数：{count}</translation>
    </message>
</context>
<context>
    <name>GroupChoice</name>
    <message>
        <source>Group</source>
        <translation>监控组</translation>
    </message>
    <message>
        <source>Name of the voucher or tag</source>
        <translation>套餐凭证或标签的名称</translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>GroupDock</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 个值</translation>
    </message>
    <message>
        <source>Click or Enter: only these. With Ctrl: all others.</source>
        <translation>点击或 Enter：只看这些。按住 Ctrl：排除这些。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group by column</source>
        <translation>按列分组</translation>
    </message>
    <message>
        <source>No card matches.</source>
        <translation>没有符合条件的卡。</translation>
    </message>
    <message>
        <source>The first {some} of {values} on {cards}</source>
        <translation>{cards}上有 {values}，列出前 {some} 个</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} 个值</translation>
    </message>
    <message>
        <source>{values} on {cards}</source>
        <translation>{cards}上有 {values}</translation>
    </message>
</context>
<context>
    <name>GroupsRow</name>
    <message>
        <source>Days to compare</source>
        <translation>比对的日期</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 处待查看</translation>
    </message>
    <message>
        <source>{group}: none</source>
        <translation>{group}：无</translation>
    </message>
    <message>
        <source>{group}: {count}</source>
        <translation>{group}：{count}</translation>
    </message>
</context>
<context>
    <name>GuideView</name>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>在指南中查找</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Nothing in the guide says this.</source>
        <translation>指南中没有这些文字。</translation>
    </message>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>操作指南</translation>
    </message>
</context>
<context>
    <name>HeaderMenu</name>
    <message>
        <source>Clear sorting</source>
        <translation>清除排序</translation>
    </message>
    <message>
        <source>Columns… ({count} hidden)</source>
        <translation>列…（已隐藏 {count} 列）</translation>
    </message>
    <message>
        <source>Copy column name</source>
        <translation>复制列名</translation>
    </message>
    <message>
        <source>Copy column, {count} matching</source>
        <translation>复制此列（符合条件的 {count} 张卡）</translation>
    </message>
    <message>
        <source>Copy column, {count} selected</source>
        <translation>复制此列（所选 {count} 张卡）</translation>
    </message>
    <message>
        <source>Filter like this</source>
        <translation>按此值筛选</translation>
    </message>
    <message>
        <source>Filter like this: {value}</source>
        <translation>按此值筛选：{value}</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>全部自适应列宽</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>自适应列宽</translation>
    </message>
    <message>
        <source>Freeze up to here</source>
        <translation>冻结至此列</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>按此列分组</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>隐藏列</translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation>粘贴顺序</translation>
    </message>
    <message>
        <source>Search by {column}…</source>
        <translation>按{column}搜索…</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Then ascending</source>
        <translation>追加升序</translation>
    </message>
    <message>
        <source>Then descending</source>
        <translation>追加降序</translation>
    </message>
    <message>
        <source>Unfreeze columns</source>
        <translation>取消冻结</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Copied ICCID</source>
        <translation>已复制 ICCID</translation>
    </message>
    <message>
        <source>Copy ICCID</source>
        <translation>复制 ICCID</translation>
    </message>
    <message>
        <source>ICCID {iccid}</source>
        <translation>ICCID {iccid}</translation>
    </message>
    <message>
        <source>Next step: {action}</source>
        <translation>下一步：{action}</translation>
    </message>
    <message>
        <source>Status not told</source>
        <translation>未提供状态</translation>
    </message>
    <message>
        <source>The spreadsheet says nothing of this card&apos;s status.</source>
        <translation>表格未提供此卡的状态。</translation>
    </message>
    <message>
        <source>The spreadsheet tells no specific status.</source>
        <translation>表格未提供具体状态。</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>HeldBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{count} operations stand still and wait for your word.</source>
        <translation>{count} 个任务已停下，等待您决定。</translation>
    </message>
    <message>
        <source>{what} paused itself at {done}. {reason}</source>
        <translation>{what}已在 {done} 处自动暂停。{reason}</translation>
    </message>
    <message>
        <source>{what} was interrupted at {done}. {reason}</source>
        <translation>{what}已在 {done} 处中断。{reason}</translation>
    </message>
</context>
<context>
    <name>IdleSection</name>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Cards in use since then or longer, without traffic on any day since; a month of their plans costs so much.</source>
        <translation>自该日或更早起使用中、此后每天都没有流量的卡，以及这些卡的套餐一个月的费用。</translation>
    </message>
    <message>
        <source>Days without traffic</source>
        <translation>无流量天数</translation>
    </message>
    <message>
        <source>In use without traffic</source>
        <translation>使用中但无流量</translation>
    </message>
    <message>
        <source>The traffic of 1 card in use was not read yet.</source>
        <translation>1 张使用中的卡尚未读取流量。</translation>
    </message>
    <message>
        <source>The traffic of {count} cards in use was not read yet.</source>
        <translation>{count} 张使用中的卡尚未读取流量。</translation>
    </message>
    <message>
        <source>for {days} days</source>
        <translation>已 {days} 天</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day}起</translation>
    </message>
    <message>
        <source>{money} a month</source>
        <translation>每月 {money}</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>All ({count})</source>
        <translation>全部（{count}）</translation>
    </message>
    <message>
        <source>Cards of the operation</source>
        <translation>任务中的卡</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results shown</source>
        <translation>显示的结果</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Press a key</source>
        <translation>按下快捷键</translation>
    </message>
</context>
<context>
    <name>KeyImportDialog</name>
    <message>
        <source>1 command gets another key.</source>
        <translation>1 个命令的快捷键将更改。</translation>
    </message>
    <message>
        <source>1 line is not taken:</source>
        <translation>1 行未采用：</translation>
    </message>
    <message>
        <source>All commands have these keys already.</source>
        <translation>所有命令已使用这些快捷键。</translation>
    </message>
    <message>
        <source>Commands that the file does not name get their usual keys.</source>
        <translation>文件中未列出的命令将恢复默认快捷键。</translation>
    </message>
    <message>
        <source>Keys from “{name}”</source>
        <translation>来自“{name}”的快捷键</translation>
    </message>
    <message>
        <source>Leave keys as they are</source>
        <translation>保持快捷键不变</translation>
    </message>
    <message>
        <source>Take 1 key</source>
        <translation>采用 1 个快捷键</translation>
    </message>
    <message>
        <source>Take {count} keys</source>
        <translation>采用 {count} 个快捷键</translation>
    </message>
    <message>
        <source>What is not taken</source>
        <translation>未采用的内容</translation>
    </message>
    <message>
        <source>{count} commands get other keys.</source>
        <translation>{count} 个命令的快捷键将更改。</translation>
    </message>
    <message>
        <source>{count} lines are not taken:</source>
        <translation>{count} 行未采用：</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>默认快捷键</translation>
    </message>
    <message>
        <source>{command}, no key</source>
        <translation>{command}，无快捷键</translation>
    </message>
    <message>
        <source>{command}, {keys}</source>
        <translation>{command}，{keys}</translation>
    </message>
    <message>
        <source>{place} (fixed)</source>
        <translation>{place}（固定）</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All commands have their usual keys.</source>
        <translation>所有命令都使用默认快捷键。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>导出快捷键</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>导入快捷键</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Key of “{command}”</source>
        <translation>“{command}”的快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation>快捷键文件 (*.toml)</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>No such command.</source>
        <translation>没有这样的命令。</translation>
    </message>
    <message>
        <source>Press the new key; Backspace for none, Enter to go back to the list.</source>
        <translation>按下新的快捷键；Backspace 表示无快捷键，Enter 返回列表。</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>保存快捷键</translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation>已保存“{path}”。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>The keys of “{name}” are taken; save them to keep them.</source>
        <translation>已采用“{name}”中的快捷键；保存后才会保留。</translation>
    </message>
    <message>
        <source>This key is fixed.</source>
        <translation>此快捷键是固定的。</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>默认快捷键</translation>
    </message>
    <message>
        <source>Usual keys for all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>“{command}” now has no key.</source>
        <translation>“{command}”现在没有快捷键。</translation>
    </message>
    <message>
        <source>“{command}” now has {keys}.</source>
        <translation>“{command}”现在使用 {keys}。</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>Remove the card&apos;s own limit</source>
        <translation>清除此卡自身的上限</translation>
    </message>
    <message>
        <source>Resume by itself when the next month begins</source>
        <translation>次月开始时自动复用</translation>
    </message>
    <message>
        <source>Suspend at this usage in a month</source>
        <translation>月用量达到此值时停用</translation>
    </message>
    <message>
        <source>Usage limit</source>
        <translation>用量上限</translation>
    </message>
    <message>
        <source>Usage limit of a month</source>
        <translation>月用量上限</translation>
    </message>
    <message>
        <source>for example 500MB or 1.5GB</source>
        <translation>例如 500MB 或 1.5GB</translation>
    </message>
    <message>
        <source>{size}MB</source>
        <translation>{size}MB</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>500.00</source>
        <translation>500.00</translation>
    </message>
    <message>
        <source>CNY</source>
        <translation>CNY</translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Most of a voucher&apos;s active cards, in percent</source>
        <translation>每个套餐凭证激活卡的最大比例（百分比）</translation>
    </message>
    <message>
        <source>Most that a day may cost, in CNY</source>
        <translation>每日支出上限（CNY）</translation>
    </message>
    <message>
        <source>Nothing that passes a limit is started or bought; what is under way goes on. A change is written into the audit.</source>
        <translation>超出限额的任务不会开始，超出限额的购买不会发出；已在进行的继续。改动会写入审计。</translation>
    </message>
    <message>
        <source>One card of each voucher always may be. A day is one in Asia/Shanghai.</source>
        <translation>每个套餐凭证始终允许一张卡。“天”按北京时间（Asia/Shanghai）计。</translation>
    </message>
    <message>
        <source>Set the limits</source>
        <translation>设置限额</translation>
    </message>
    <message>
        <source>Spend at most</source>
        <translation>支出不超过</translation>
    </message>
    <message>
        <source>Suspend or cancel at most</source>
        <translation>停用或销户不超过</translation>
    </message>
    <message>
        <source>The limits are set.</source>
        <translation>限额已设置。</translation>
    </message>
    <message>
        <source>Today {spent} is spent, {flight} in flight, {reserved} reserved: all of it counts.</source>
        <translation>今天已支出 {spent}，在途 {flight}，已预留 {reserved}：全部计入。</translation>
    </message>
    <message>
        <source>a day.</source>
        <translation>每天。</translation>
    </message>
    <message>
        <source>of a voucher&apos;s active cards a day.</source>
        <translation>的激活卡，按每个套餐凭证每天计。</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Find in these lines</source>
        <translation>在明细中查找</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>1 row:</source>
        <translation>1 行：</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>An earlier row is about the same card</source>
        <translation>前面已有同一张卡的行</translation>
    </message>
    <message>
        <source>Cards found, in the sheet&apos;s order</source>
        <translation>已找到的卡，按表格顺序</translation>
    </message>
    <message>
        <source>Cards of “{name}” on “{desk}”</source>
        <translation>“{name}”中的卡在“{desk}”上</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Looking every row up…</source>
        <translation>正在逐行查找…</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>Names more than one card</source>
        <translation>对应多张卡</translation>
    </message>
    <message>
        <source>No card number, or a damaged one</source>
        <translation>没有卡号，或卡号已损坏</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Progress of the look-up</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Show 1 card</source>
        <translation>显示 1 张卡</translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation>显示 {count} 张卡</translation>
    </message>
    <message>
        <source>Well formed, but no such card on this desk</source>
        <translation>格式正确，但工作台上没有这张卡</translation>
    </message>
    <message>
        <source>{count} rows:</source>
        <translation>{count} 行：</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Facts</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在此列表中查找</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>无法读取列表。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{fleet} · SimDesk</source>
        <translation>{fleet} · SimDesk</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Dates written as numbers</source>
        <translation>以数字书写的日期</translation>
    </message>
    <message>
        <source>ICCID from column {column} · {used} of {all} columns used · titles in row {row}, cards below it</source>
        <translation>ICCID 取自 {column} 列 · 使用 {all} 列中的 {used} 列 · 标题在第 {row} 行，其下为卡</translation>
    </message>
    <message>
        <source>Look through what each column was taken for. What is not used is left out; the file itself stays as it is.</source>
        <translation>请核对每一列识别成了什么。不用的列会略去；文件本身不变。</translation>
    </message>
    <message>
        <source>Open for review</source>
        <translation>打开审阅</translation>
    </message>
    <message>
        <source>Read as you read the last file with these titles.</source>
        <translation>按上次打开相同标题的文件时的设置读取。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Start over with what was guessed</source>
        <translation>恢复为自动识别结果</translation>
    </message>
    <message>
        <source>What is in “{name}”?</source>
        <translation>“{name}”里是什么？</translation>
    </message>
    <message>
        <source>day first: 30.06.2026</source>
        <translation>日在前：30.06.2026</translation>
    </message>
    <message>
        <source>month first: 06/30/2026</source>
        <translation>月在前：06/30/2026</translation>
    </message>
    <message>
        <source>year first: 2026-06-30</source>
        <translation>年在前：2026-06-30</translation>
    </message>
</context>
<context>
    <name>MappingModel</name>
    <message>
        <source>A total: only days are charted</source>
        <translation>合计值：图表只显示按天的数据</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Guessed from its values</source>
        <translation>根据内容推测</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Numbers in</source>
        <translation>数值单位</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Title in the file</source>
        <translation>文件中的标题</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Columns of the file</source>
        <translation>文件中的列</translation>
    </message>
</context>
<context>
    <name>MergeTagDialog</name>
    <message>
        <source>Its cards carry the other tag from then on. It can be undone.</source>
        <translation>其卡此后改带目标标签。可以撤销。</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>合并“{name}”</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Read report…</source>
        <translation>查看报告…</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Something in SimDesk went wrong ({name}). Nothing is sent until you have read its report and let sending go on.</source>
        <translation>SimDesk 内部出错（{name}）。在您查看报告并允许继续发送之前，不会发送任何请求。</translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong ({name}). Please report it.</source>
        <translation>SimDesk 内部出错（{name}）。请反馈此问题。</translation>
    </message>
</context>
<context>
    <name>MoneyLine</name>
    <message>
        <source>Limits of spending and closing</source>
        <translation>支出和停用/销户限额</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限额…</translation>
    </message>
    <message>
        <source>Spent today {money}</source>
        <translation>今日支出 {money}</translation>
    </message>
    <message>
        <source>Spent today {money} of {cap}</source>
        <translation>今日支出 {money}，限额 {cap}</translation>
    </message>
    <message>
        <source>in flight {money}</source>
        <translation>在途 {money}</translation>
    </message>
    <message>
        <source>reserved {money}</source>
        <translation>已预留 {money}</translation>
    </message>
    <message>
        <source>{money} in doubt in 1 act</source>
        <translation>存疑 {money}，共 1 项操作</translation>
    </message>
    <message>
        <source>{money} in doubt in {count} acts</source>
        <translation>存疑 {money}，共 {count} 项操作</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>1 new difference to look at.</source>
        <translation>有 1 处新差异待查看。</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>立即对账</translation>
    </message>
    <message>
        <source>Compared; nothing new to look at.</source>
        <translation>已对账；没有新的差异。</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出对账结果</translation>
    </message>
    <message>
        <source>Exported 1 line to “{name}”.</source>
        <translation>已将 1 行导出到“{name}”。</translation>
    </message>
    <message>
        <source>Exported {count} lines to “{name}”.</source>
        <translation>已将 {count} 行导出到“{name}”。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限额…</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>Nothing was paid in these days, here or at the provider.</source>
        <translation>这段时间内，此处和服务商处均无付款。</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>显示此卡</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>显示此订单</translation>
    </message>
    <message>
        <source>The provider&apos;s orders have not been read yet. Here they are held against what was asked for on this desk.</source>
        <translation>尚未读取服务商的订单。这里把订单与本工作台的请求核对。</translation>
    </message>
    <message>
        <source>last daily comparison {at}</source>
        <translation>最近一次每日对账：{at}</translation>
    </message>
    <message>
        <source>never compared yet</source>
        <translation>尚未对账</translation>
    </message>
    <message>
        <source>orders read {at}</source>
        <translation>订单读取于 {at}</translation>
    </message>
    <message>
        <source>the newest {rows} of {total} lines</source>
        <translation>共 {total} 行，显示最新 {rows} 行</translation>
    </message>
    <message>
        <source>{count} new differences to look at.</source>
        <translation>有 {count} 处新差异待查看。</translation>
    </message>
    <message>
        <source>{total} lines</source>
        <translation>{total} 行</translation>
    </message>
</context>
<context>
    <name>MoneySection</name>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>reading prices</source>
        <translation>正在读取价格</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{count} without a price</source>
        <translation>{count} 张无价格</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
</context>
<context>
    <name>MonthRange</name>
    <message>
        <source>First traffic month</source>
        <translation>起始流量月份</translation>
    </message>
    <message>
        <source>Last traffic month</source>
        <translation>结束流量月份</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Stop sync</source>
        <translation>停止同步</translation>
    </message>
    <message>
        <source>Sync progress</source>
        <translation>同步进度</translation>
    </message>
    <message>
        <source>{phase}: {done} of {total}</source>
        <translation>{phase}：{total} 张中已完成 {done} 张</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还需 {time}</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>1 notification, {unread} not read</source>
        <translation>1 条通知，{unread} 条未读</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Go to the rules</source>
        <translation>前往规则页面</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>No rule has told anything yet. After each sync, a rule that is switched on tells here which cards meet it.</source>
        <translation>尚无规则发出通知。每次同步后，已启用的规则在这里告知哪些卡满足条件。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Open cards</source>
        <translation>打开相关卡</translation>
    </message>
    <message>
        <source>of the rule “{name}” alone</source>
        <translation>仅规则“{name}”</translation>
    </message>
    <message>
        <source>{count} notifications, {unread} not read</source>
        <translation>{count} 条通知，{unread} 条未读</translation>
    </message>
</context>
<context>
    <name>OpeningDialog</name>
    <message>
        <source>All {rows} rows are read. Making them quick to search.</source>
        <translation>全部 {rows} 行已读完，正在建立索引。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking at what is in it</source>
        <translation>正在查看文件内容</translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation>正在打开“{name}”</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>正在读取各行</translation>
    </message>
    <message>
        <source>Reading rows: {rows} so far</source>
        <translation>正在读取：已读 {rows} 行</translation>
    </message>
    <message>
        <source>“{name}” was not opened</source>
        <translation>未能打开“{name}”</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Building the demo fleet: {done} of {total} cards</source>
        <translation>正在生成演示卡库：{total} 张卡中已完成 {done} 张</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Opening fleet “{name}”</source>
        <translation>正在打开卡库“{name}”</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading the desk&apos;s database</source>
        <translation>正在读取工作台数据库</translation>
    </message>
    <message>
        <source>The fleet could not be opened</source>
        <translation>无法打开卡库</translation>
    </message>
</context>
<context>
    <name>OperationButtons</name>
    <message>
        <source>Ask the provider about the cards in doubt.</source>
        <translation>向服务商查询存疑的卡。</translation>
    </message>
    <message>
        <source>Choose an operation first.</source>
        <translation>请先选择一个任务。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即核实</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Preview the cards it changed and nobody touched since.</source>
        <translation>预览此任务变更过、此后无人再动过的卡。</translation>
    </message>
    <message>
        <source>Preview the cards that were refused or left unchanged.</source>
        <translation>预览被拒绝或未变更的卡。</translation>
    </message>
    <message>
        <source>Retry failures…</source>
        <translation>重试失败项…</translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation>回退…</translation>
    </message>
    <message>
        <source>Send nothing more of it, ever. What is sent is awaited.</source>
        <translation>此任务不再发送。已发送的等待结果。</translation>
    </message>
    <message>
        <source>Send nothing more until it is continued.</source>
        <translation>在继续之前不再发送。</translation>
    </message>
    <message>
        <source>Send the cards that are left.</source>
        <translation>发送其余的卡。</translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation>显示其卡</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>OperationSummary</name>
    <message>
        <source>Asked by {who} on {moment}</source>
        <translation>由 {who} 于 {moment} 提出</translation>
    </message>
    <message>
        <source>Progress of the operation</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Takes back: {operation}</source>
        <translation>回退的任务：{operation}</translation>
    </message>
</context>
<context>
    <name>OperationsPanel</name>
    <message>
        <source>Nothing has been asked of the provider yet. Choose cards and what to do with them: how far it is, and every card&apos;s answer, stand here.</source>
        <translation>尚未向服务商请求任何操作。选择卡和操作后，这里显示进度和每张卡的结果。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show the cards</source>
        <translation>显示卡</translation>
    </message>
</context>
<context>
    <name>OperationsWatch</name>
    <message>
        <source>1 card needs a person</source>
        <translation>1 张卡需人工处理</translation>
    </message>
    <message>
        <source>1 card waits and can be revoked</source>
        <translation>1 张卡等待发送，可撤回</translation>
    </message>
    <message>
        <source>Go to the Operations page first.</source>
        <translation>请先进入“任务”页面。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>{count} cards need a person</source>
        <translation>{count} 张卡需人工处理</translation>
    </message>
    <message>
        <source>{count} cards wait and can be revoked</source>
        <translation>{count} 张卡等待发送，可撤回</translation>
    </message>
    <message>
        <source>{count} paused</source>
        <translation>{count} 个已暂停</translation>
    </message>
</context>
<context>
    <name>OrderChip</name>
    <message>
        <source>Cards stand in the order they were pasted
Press to sort by columns again</source>
        <translation>卡按粘贴时的顺序排列
点击恢复按列排序</translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation>粘贴顺序</translation>
    </message>
    <message>
        <source>Press to put the cards in the order they were pasted</source>
        <translation>点击按粘贴时的顺序排列</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>OrderPanel</name>
    <message>
        <source>Asked for on this desk:</source>
        <translation>在此工作台上提出：</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Not asked for on this desk.</source>
        <translation>不是在此工作台上提出的。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Show its card</source>
        <translation>显示其卡</translation>
    </message>
    <message>
        <source>Show its {count} cards</source>
        <translation>显示其 {count} 张卡</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>{at} {who}: {what} – {state}</source>
        <translation>{at} {who}：{what} – {state}</translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>The table shows no pasted numbers.</source>
        <translation>表中没有粘贴的号码。</translation>
    </message>
</context>
<context>
    <name>OrdersFilterRow</name>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Days of the orders</source>
        <translation>订单日期</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>State of the orders</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Type of the orders</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>未生效</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>1 order</source>
        <translation>1 笔订单</translation>
    </message>
    <message>
        <source>Buy for a pool…</source>
        <translation>为流量池购买…</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Compare with what was paid here</source>
        <translation>与此处的付款对账</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>导出订单</translation>
    </message>
    <message>
        <source>Exported 1 order to “{name}”.</source>
        <translation>已将 1 笔订单导出到“{name}”。</translation>
    </message>
    <message>
        <source>Exported {count} orders to “{name}”.</source>
        <translation>已将 {count} 笔订单导出到“{name}”。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No order has been read yet. Everything that is bought from the provider is listed here, paid or not.</source>
        <translation>尚未读取任何订单。从服务商购买的一切都列在这里，无论是否已支付。</translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation>没有符合条件的订单。</translation>
    </message>
    <message>
        <source>Nothing is left that looking could settle.</source>
        <translation>没有可通过核实了结的项。</translation>
    </message>
    <message>
        <source>Order, ICCID or voucher</source>
        <translation>订单、ICCID 或套餐凭证</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation>支付…</translation>
    </message>
    <message>
        <source>Read all orders again</source>
        <translation>重新读取全部订单</translation>
    </message>
    <message>
        <source>Read orders</source>
        <translation>读取订单</translation>
    </message>
    <message>
        <source>Say what became of it…</source>
        <translation>记录结果…</translation>
    </message>
    <message>
        <source>Settle doubts</source>
        <translation>核实存疑项</translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation>显示其卡</translation>
    </message>
    <message>
        <source>older ones are still to be read</source>
        <translation>更早的尚待读取</translation>
    </message>
    <message>
        <source>paid in {month}: {sums} ({kinds})</source>
        <translation>{month}支付：{sums}（{kinds}）</translation>
    </message>
    <message>
        <source>read {at}</source>
        <translation>读取于 {at}</translation>
    </message>
    <message>
        <source>{count} still in doubt: what may come late is waited for.</source>
        <translation>仍有 {count} 项存疑：可能迟到的结果仍在等待。</translation>
    </message>
    <message>
        <source>{shown} of {total} orders, narrow the filter</source>
        <translation>共 {total} 笔订单，显示 {shown} 笔，请缩小筛选范围</translation>
    </message>
    <message>
        <source>{total} orders</source>
        <translation>{total} 笔订单</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>No card has been read yet. Deadlines, pools that run out and cards at risk are counted here once they are.</source>
        <translation>尚未读取任何卡。读取后，这里统计期限、将用完的流量池和有风险的卡。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation>同步全部卡</translation>
    </message>
    <message>
        <source>The fleet could not be counted.</source>
        <translation>无法统计卡库。</translation>
    </message>
</context>
<context>
    <name>PaintedTable</name>
    <message>
        <source>+ Add</source>
        <translation>+ 添加</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>1 number pasted:</source>
        <translation>已粘贴 1 个号码：</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>有歧义</translation>
    </message>
    <message>
        <source>Cards found, in pasted order</source>
        <translation>已找到的卡，按粘贴顺序</translation>
    </message>
    <message>
        <source>Copied {count} numbers</source>
        <translation>已复制 {count} 个号码</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Find numbers</source>
        <translation>查找号码</translation>
    </message>
    <message>
        <source>Find pasted numbers</source>
        <translation>查找粘贴的号码</translation>
    </message>
    <message>
        <source>From a spreadsheet…</source>
        <translation>从表格读取…</translation>
    </message>
    <message>
        <source>ICCID, MSISDN and IMSI may be mixed, one on a line or parted by commas.</source>
        <translation>ICCID、MSISDN、IMSI 可混合粘贴，每行一个或用逗号分隔。</translation>
    </message>
    <message>
        <source>Looking the numbers up</source>
        <translation>正在查找号码</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>已匹配</translation>
    </message>
    <message>
        <source>Names a card that was already found</source>
        <translation>对应的卡前面已找到</translation>
    </message>
    <message>
        <source>Names more than one card</source>
        <translation>对应多张卡</translation>
    </message>
    <message>
        <source>Not an ICCID, MSISDN, IMSI or IMEI</source>
        <translation>不是 ICCID、MSISDN、IMSI 或 IMEI</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Pasted numbers</source>
        <translation>粘贴的号码</translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation>显示这些卡</translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation>显示 {count} 张卡</translation>
    </message>
    <message>
        <source>Take the numbers from a spreadsheet</source>
        <translation>从表格中读取号码</translation>
    </message>
    <message>
        <source>Well formed, but no such card on this desk</source>
        <translation>格式正确，但工作台上没有这张卡</translation>
    </message>
    <message>
        <source>{count} numbers pasted:</source>
        <translation>已粘贴 {count} 个号码：</translation>
    </message>
</context>
<context>
    <name>PayOrderDialog</name>
    <message>
        <source>Pay order</source>
        <translation>支付订单</translation>
    </message>
    <message>
        <source>Pay {money}</source>
        <translation>支付 {money}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>too little: the order would stay unpaid</source>
        <translation>余额不足：订单将保持待支付状态</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>1 card needs a person</source>
        <translation>1 张卡需人工处理</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>重新提出…</translation>
    </message>
    <message>
        <source>Cards that need a person</source>
        <translation>需人工处理的卡</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It did not take effect</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>It took effect</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>Note, required</source>
        <translation>说明（必填）</translation>
    </message>
    <message>
        <source>What you saw, and where; kept as evidence</source>
        <translation>您看到了什么、在哪里看到的；作为依据保存</translation>
    </message>
    <message>
        <source>Write down what you saw first.</source>
        <translation>请先写下您看到的情况。</translation>
    </message>
    <message>
        <source>{count} cards need a person</source>
        <translation>{count} 张卡需人工处理</translation>
    </message>
    <message>
        <source>{iccid}: it did not take effect. Written down; it can be asked again.</source>
        <translation>{iccid}：未生效。已记录，可重新提出。</translation>
    </message>
    <message>
        <source>{iccid}: it took effect. Written down.</source>
        <translation>{iccid}：已生效。已记录。</translation>
    </message>
</context>
<context>
    <name>PersonQuestion</name>
    <message>
        <source>Asked for</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>No card needs a person.</source>
        <translation>没有需人工处理的卡。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>a time that is not known</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>no number was answered</source>
        <translation>未返回订单号</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>无其他信息</translation>
    </message>
    <message>
        <source>{act}, by {who}</source>
        <translation>{act}，操作员 {who}</translation>
    </message>
</context>
<context>
    <name>PersonsBar</name>
    <message>
        <source>1 card needs a person: look at the provider what became of it.</source>
        <translation>1 张卡需人工处理：请到服务商处查看其结果。</translation>
    </message>
    <message>
        <source>Answer one by one…</source>
        <translation>逐张处理…</translation>
    </message>
    <message>
        <source>Nothing is sent for it until then.</source>
        <translation>在此之前不会为其发送任何请求。</translation>
    </message>
    <message>
        <source>{count} cards need a person: look at the provider what became of each.</source>
        <translation>{count} 张卡需人工处理：请到服务商处逐张查看结果。</translation>
    </message>
</context>
<context>
    <name>PlaceChoice</name>
    <message>
        <source>A folder of your own:</source>
        <translation>自选文件夹：</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Exported files, kept for {count} days</source>
        <translation>导出文件，保留 {count} 天</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder for the exported file</source>
        <translation>导出文件的文件夹</translation>
    </message>
    <message>
        <source>Folder of your own</source>
        <translation>自选文件夹</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>No plan runs on this card.</source>
        <translation>此卡没有生效中的套餐。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>PoolLink</name>
    <message>
        <source>Buy for the pool…</source>
        <translation>为流量池购买…</translation>
    </message>
</context>
<context>
    <name>PoolsSection</name>
    <message>
        <source>At this month&apos;s pace every known pool lasts until {day}.</source>
        <translation>按本月的用量速度，所有已知流量池都能用到 {day}。</translation>
    </message>
    <message>
        <source>At this month&apos;s pace {size} will have been used outside the plan by {day}; the number counts its active cards.</source>
        <translation>按本月的用量速度，到 {day}套餐外用量将达 {size}；数字为其激活卡数。</translation>
    </message>
    <message>
        <source>Nothing is known of this month&apos;s use yet.</source>
        <translation>本月用量尚无数据。</translation>
    </message>
    <message>
        <source>Pools that run out this month</source>
        <translation>本月将用尽的流量池</translation>
    </message>
    <message>
        <source>no known price</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>已用尽</translation>
    </message>
</context>
<context>
    <name>Preferred</name>
    <message>
        <source>And {count} more.</source>
        <translation>另有 {count} 项。</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Cards left alone, by reason</source>
        <translation>不处理的卡（按原因）</translation>
    </message>
    <message>
        <source>Cards that will be acted on</source>
        <translation>将执行的卡</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Expires now</source>
        <translation>当前到期</translation>
    </message>
    <message>
        <source>Expires then</source>
        <translation>之后到期</translation>
    </message>
    <message>
        <source>It begins with {steps} cards, each step looked at before the next, and pauses by itself when something is not as shown here.</source>
        <translation>先执行 {steps} 张卡，每一步核对后再进行下一步；结果与此处所示不符时自动暂停。</translation>
    </message>
    <message>
        <source>Judging the cards…</source>
        <translation>正在逐卡判断…</translation>
    </message>
    <message>
        <source>Left alone because</source>
        <translation>不处理的原因</translation>
    </message>
    <message>
        <source>No preview yet: nothing can be sent.</source>
        <translation>尚无预览：不能发送。</translation>
    </message>
    <message>
        <source>Nothing is sent before {moment}. Until then it can be revoked, whole, on the Operations page; the cards stay as they are. SimDesk has to be open then; else it asks at its next start.</source>
        <translation>{moment} 之前不发送任何请求。在此之前可在“任务”页面整体撤回，卡保持不变。届时 SimDesk 须处于打开状态，否则会在下次启动时询问。</translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>These cards were fixed at {moment}. One that changes before its turn is skipped.</source>
        <translation>这些卡已于 {moment} 锁定。轮到之前若有变化，则跳过。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Total {money}</source>
        <translation>合计 {money}</translation>
    </message>
    <message>
        <source>With reading the cards back it takes about {time}.</source>
        <translation>连同回读约需 {time}。</translation>
    </message>
    <message>
        <source>{count} left alone</source>
        <translation>不处理 {count} 张</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 张</translation>
    </message>
    <message>
        <source>{count} will be acted on</source>
        <translation>将执行 {count} 张</translation>
    </message>
</context>
<context>
    <name>QuickSearch</name>
    <message>
        <source>Quick search</source>
        <translation>快速搜索</translation>
    </message>
    <message>
        <source>Search numbers and remarks, or status:in_use usage&gt;=100MB</source>
        <translation>搜索号码和备注，或 status:in_use usage&gt;=100MB</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Choose months</source>
        <translation>选择月份</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>起始月份</translation>
    </message>
    <message>
        <source>Last 13 months</source>
        <translation>最近 13 个月</translation>
    </message>
    <message>
        <source>Last 2 months</source>
        <translation>最近 2 个月</translation>
    </message>
    <message>
        <source>Last 6 months</source>
        <translation>最近 6 个月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>结束月份</translation>
    </message>
    <message>
        <source>One bar for each</source>
        <translation>每根柱代表</translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation>保存图表图片</translation>
    </message>
    <message>
        <source>Save picture of the chart…</source>
        <translation>保存图表图片…</translation>
    </message>
    <message>
        <source>Since account opening</source>
        <translation>开户至今</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>RangeEditor</name>
    <message>
        <source>after</source>
        <translation>晚于</translation>
    </message>
    <message>
        <source>and</source>
        <translation>和</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>before</source>
        <translation>早于</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>过去</translation>
    </message>
    <message>
        <source>in the next</source>
        <translation>今后</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>on</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>on or after</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>on or before</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>{name}: comparison</source>
        <translation>{name}：比较方式</translation>
    </message>
    <message>
        <source>{name}: number of days</source>
        <translation>{name}：天数</translation>
    </message>
    <message>
        <source>{name}: upper end</source>
        <translation>{name}：上限</translation>
    </message>
    <message>
        <source>{name}: value</source>
        <translation>{name}：值</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason, optional</source>
        <translation>原因（选填）</translation>
    </message>
    <message>
        <source>Reason, required</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>kept in the audit</source>
        <translation>记入审计</translation>
    </message>
    <message>
        <source>kept in the audit, optional</source>
        <translation>记入审计，选填</translation>
    </message>
</context>
<context>
    <name>RebindForm</name>
    <message>
        <source>Off: a device change suspends the card</source>
        <translation>关：换绑时停用卡</translation>
    </message>
    <message>
        <source>On: a device change does not suspend the card</source>
        <translation>开：换绑时不停用卡</translation>
    </message>
</context>
<context>
    <name>RecordsTab</name>
    <message>
        <source>Nothing is recorded about this card yet.</source>
        <translation>此卡尚无记录。</translation>
    </message>
    <message>
        <source>Operation records, newest first</source>
        <translation>操作记录，最新的在前</translation>
    </message>
    <message>
        <source>Reading records…</source>
        <translation>正在读取记录…</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>A refused row is not in the review; a refused cell is empty there. Put them right in the spreadsheet and open it again.</source>
        <translation>被拒绝的行不出现在审阅中；被拒绝的单元格在审阅中为空。请在表格中改正后重新打开。</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Of {count} the first {kept} are listed.</source>
        <translation>共 {count} 处，列出前 {kept} 处。</translation>
    </message>
    <message>
        <source>Refused rows and cells</source>
        <translation>被拒绝的行和单元格</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>What was refused of “{name}”</source>
        <translation>“{name}”中被拒绝的内容</translation>
    </message>
    <message>
        <source>{name} refused rows.csv</source>
        <translation>{name} 被拒绝的行.csv</translation>
    </message>
</context>
<context>
    <name>RemarkDelegate</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RemarkDialog</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{used} of {most} characters</source>
        <translation>{used}/{most} 个字符</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Continue sending</source>
        <translation>继续发送</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Report of an unexpected error</source>
        <translation>意外错误报告</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation>已保存“{path}”。</translation>
    </message>
    <message>
        <source>Secrets are hidden and card numbers shortened. The report is in this fleet&apos;s folder; it goes nowhere unless you copy or save it.</source>
        <translation>密钥已隐藏，卡号已缩短。报告保存在此卡库的文件夹中；除非您复制或保存，否则不会发往任何地方。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>SimDesk sends nothing to the provider until you have read this and let it go on. What was under way is asked after, not sent again.</source>
        <translation>在您看过此报告并允许继续之前，SimDesk 不向服务商发送任何请求。进行中的操作会去查询结果，不会重复发送。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告内容</translation>
    </message>
</context>
<context>
    <name>RescueWindow</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Checking and restoring the backup</source>
        <translation>正在检查并恢复备份</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look at a copy</source>
        <translation>查看副本</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>抢救可读内容</translation>
    </message>
    <message>
        <source>Saving what can be read</source>
        <translation>正在抢救可读内容</translation>
    </message>
    <message>
        <source>The file is whole.</source>
        <translation>文件完好。</translation>
    </message>
    <message>
        <source>The fleet could not be opened</source>
        <translation>无法打开卡库</translation>
    </message>
    <message>
        <source>There is no backup of this fleet.</source>
        <translation>此卡库没有备份。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>{count} rows of {tables} tables are in {folder}</source>
        <translation>已将 {tables} 个表的 {count} 行保存到 {folder}</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Keep the desk as it is</source>
        <translation>保持工作台现状</translation>
    </message>
    <message>
        <source>Nothing is sent afterwards until you have compared the desk with the provider; cards that were waiting then are in doubt until they have been read.</source>
        <translation>恢复后，在您将工作台与服务商比对之前不会发送任何请求；当时等待中的卡在读取之前为存疑。</translation>
    </message>
    <message>
        <source>Restore backup of {when}</source>
        <translation>恢复 {when} 的备份</translation>
    </message>
    <message>
        <source>Restore the backup of {when}</source>
        <translation>恢复 {when} 的备份</translation>
    </message>
    <message>
        <source>The backup is checked first. The present file is kept beside it.</source>
        <translation>先检查备份。现有文件保留在旁边。</translation>
    </message>
    <message>
        <source>What was done since that backup is forgotten by the desk.</source>
        <translation>该备份之后的操作将从工作台上消失。</translation>
    </message>
</context>
<context>
    <name>ReviewBanner</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>1 cell refused</source>
        <translation>1 个单元格被拒绝</translation>
    </message>
    <message>
        <source>1 row refused</source>
        <translation>1 行被拒绝</translation>
    </message>
    <message>
        <source>Bring changes back…</source>
        <translation>导回修改…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>取消读取</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比对…</translation>
    </message>
    <message>
        <source>Find on the desk…</source>
        <translation>在工作台上查找…</translation>
    </message>
    <message>
        <source>Reading the spreadsheet</source>
        <translation>正在读取表格</translation>
    </message>
    <message>
        <source>Spreadsheet of {moment}</source>
        <translation>{moment} 的表格</translation>
    </message>
    <message>
        <source>What was refused…</source>
        <translation>被拒绝的内容…</translation>
    </message>
    <message>
        <source>all {rows} rows are read · making them quick to search</source>
        <translation>全部 {rows} 行已读完 · 正在建立索引</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} cells refused</source>
        <translation>{count} 个单元格被拒绝</translation>
    </message>
    <message>
        <source>{count} rows refused</source>
        <translation>{count} 行被拒绝</translation>
    </message>
    <message>
        <source>{rows} rows so far</source>
        <translation>已读 {rows} 行</translation>
    </message>
</context>
<context>
    <name>ReviewWindows</name>
    <message>
        <source>Another spreadsheet…</source>
        <translation>另一个表格…</translation>
    </message>
    <message>
        <source>Nothing of this spreadsheet was refused.</source>
        <translation>此表格没有被拒绝的内容。</translation>
    </message>
    <message>
        <source>The desk “{name}”</source>
        <translation>工作台“{name}”</translation>
    </message>
    <message>
        <source>There is no fleet beside it.</source>
        <translation>旁边没有打开的卡库。</translation>
    </message>
</context>
<context>
    <name>RisksSection</name>
    <message>
        <source>10 to 30 % of the data left</source>
        <translation>剩余流量 10% 至 30%</translation>
    </message>
    <message>
        <source>All stopped and suspended</source>
        <translation>全部停机和停用</translation>
    </message>
    <message>
        <source>All warnings</source>
        <translation>全部预警</translation>
    </message>
    <message>
        <source>At most 10 % of the data left</source>
        <translation>剩余流量不超过 10%</translation>
    </message>
    <message>
        <source>Plan ends within {days} days</source>
        <translation>套餐 {days} 天内到期</translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation>统付池</translation>
    </message>
    <message>
        <source>Same-tier</source>
        <translation>同档位池</translation>
    </message>
    <message>
        <source>Single-card</source>
        <translation>单卡</translation>
    </message>
    <message>
        <source>Stopped and suspended, plans that end, and at most 10 % left, added up; a card can be in two of them.</source>
        <translation>停机、停用、套餐即将到期以及剩余不超过 10% 的合计；同一张卡可能计入两项。</translation>
    </message>
    <message>
        <source>Stopped, suspended, warned</source>
        <translation>停机、停用与预警</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>Condition</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Create rule</source>
        <translation>创建规则</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>编辑规则</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>监控组</translation>
    </message>
    <message>
        <source>It is switched off now; then try it on history and switch it on again</source>
        <translation>规则现已停用；请用历史试算后重新启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Push rule</source>
        <translation>推送规则</translation>
    </message>
    <message>
        <source>Rule type</source>
        <translation>规则类型</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Then try it on history and switch it on</source>
        <translation>然后用历史试算并启用</translation>
    </message>
</context>
<context>
    <name>RuleRecords</name>
    <message>
        <source>Nothing has met this rule yet.</source>
        <translation>还没有触发过此规则。</translation>
    </message>
    <message>
        <source>Trigger records</source>
        <translation>触发记录</translation>
    </message>
</context>
<context>
    <name>RuleTrialDialog</name>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>From {first} to {last} it would have fired on {cards} of {watched} cards, on {days} days: {notices} notifications.</source>
        <translation>{first} 至 {last}，{watched} 张卡中有 {cards} 张会触发，共 {days} 天：{notices} 条通知。</translation>
    </message>
    <message>
        <source>From {first} to {last} it would not have fired once.</source>
        <translation>{first} 至 {last}，一次也不会触发。</translation>
    </message>
    <message>
        <source>From {first} to {last} the pool would have met it on {days} days: {notices} notifications.</source>
        <translation>{first} 至 {last}，流量池有 {days} 天符合条件：{notices} 条通知。</translation>
    </message>
    <message>
        <source>History knows nothing of this.</source>
        <translation>历史中没有相关数据。</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>回溯范围</translation>
    </message>
    <message>
        <source>It could not be tried.</source>
        <translation>无法试算。</translation>
    </message>
    <message>
        <source>Leave it off</source>
        <translation>保持停用</translation>
    </message>
    <message>
        <source>Progress of the try</source>
        <translation>试算进度</translation>
    </message>
    <message>
        <source>Reading the past…</source>
        <translation>正在读取历史…</translation>
    </message>
    <message>
        <source>Show 1 card</source>
        <translation>显示 1 张卡</translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation>显示这些卡</translation>
    </message>
    <message>
        <source>Show {count} cards</source>
        <translation>显示 {count} 张卡</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch on without looking</source>
        <translation>不试算直接启用</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重新试算</translation>
    </message>
    <message>
        <source>Try on</source>
        <translation>试算范围</translation>
    </message>
    <message>
        <source>Try “{name}” on history</source>
        <translation>用历史试算“{name}”</translation>
    </message>
    <message>
        <source>the last {days} days</source>
        <translation>最近 {days} 天</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>1 rule, {on} switched on</source>
        <translation>1 条规则，{on} 条已启用</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新建规则…</translation>
    </message>
    <message>
        <source>No rule yet. A rule watches usage, status, expiry or a pool after each sync and tells you.</source>
        <translation>还没有规则。规则在每次同步后检查用量、状态、到期或流量池，并通知您。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>显示通知</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>Try on history…</source>
        <translation>历史试算…</translation>
    </message>
    <message>
        <source>{count} rules, {on} switched on</source>
        <translation>{count} 条规则，{on} 条已启用</translation>
    </message>
</context>
<context>
    <name>SafeModeDialog</name>
    <message>
        <source>1 order since then is known to the provider only.</source>
        <translation>此后有 1 笔订单只有服务商知道。</translation>
    </message>
    <message>
        <source>Allow sending again</source>
        <translation>恢复发送</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Compare with the provider</source>
        <translation>与服务商比对</translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation>退出安全模式</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Reading, exporting and editing go on. Nothing is sent.</source>
        <translation>读取、导出和编辑照常。不发送任何请求。</translation>
    </message>
    <message>
        <source>Restored from the backup of {since}.</source>
        <translation>已从 {since} 的备份恢复。</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>安全模式</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新校验</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>您的说明</translation>
    </message>
    <message>
        <source>Your note, for the audit</source>
        <translation>您的说明（记入审计）</translation>
    </message>
    <message>
        <source>{count} orders since then are known to the provider only.</source>
        <translation>此后有 {count} 笔订单只有服务商知道。</translation>
    </message>
</context>
<context>
    <name>SaveSearchDialog</name>
    <message>
        <source>Name of the search</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>Name, for example Depot, expiring soon</source>
        <translation>名称，例如“仓库，即将到期”</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>保存搜索</translation>
    </message>
    <message>
        <source>The list of cards is not saved along.</source>
        <translation>卡清单不会一并保存。</translation>
    </message>
</context>
<context>
    <name>SavedList</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted the saved search “{name}”.</source>
        <translation>已删除已存搜索“{name}”。</translation>
    </message>
    <message>
        <source>No saved searches yet. A saved search brings a filter back by its name.</source>
        <translation>尚无已存搜索。已存搜索可按名称找回筛选。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Save current search…</source>
        <translation>保存当前搜索…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
</context>
<context>
    <name>Seeker</name>
    <message>
        <source>No card says “{words}” in {column}.</source>
        <translation>没有一张卡的{column}含“{words}”。</translation>
    </message>
    <message>
        <source>None of the next {count} cards says “{words}” in {column}. Narrow the search.</source>
        <translation>接下来的 {count} 张卡中，没有一张的{column}含“{words}”。请缩小搜索范围。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>1 selected card is outside the filter</source>
        <translation>所选卡中有 1 张不在筛选范围内</translation>
    </message>
    <message>
        <source>All {count} matching cards selected</source>
        <translation>已选全部 {count} 张符合条件的卡</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>No card selected</source>
        <translation>未选择卡</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>为何不行？</translation>
    </message>
    <message>
        <source>{count} more outside the filter</source>
        <translation>另有 {count} 张不在筛选范围内</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 张</translation>
    </message>
    <message>
        <source>{count} selected cards are outside the filter</source>
        <translation>所选卡中有 {count} 张不在筛选范围内</translation>
    </message>
</context>
<context>
    <name>SendingBanner</name>
    <message>
        <source>Nothing is sent to the provider: {reason} Reading goes on.</source>
        <translation>目前不向服务商发送任何请求：{reason}读取照常进行。</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>如何处理…</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Counts when SimDesk is started next.</source>
        <translation>下次启动 SimDesk 时生效。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>{setting}: as at first</source>
        <translation>{setting}：恢复默认</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>All commands have their usual keys.</source>
        <translation>所有命令都使用默认快捷键。</translation>
    </message>
    <message>
        <source>All of this lies in one file, which you may edit: {path}</source>
        <translation>以上设置都在一个文件中，可自行编辑：{path}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Commands with other keys than usual: {count}.</source>
        <translation>快捷键不同于默认的命令：{count} 个。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>In the file they stand under [keys].</source>
        <translation>在文件中位于 [keys] 之下。</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限额</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限额…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>These settings are kept in no file.</source>
        <translation>这些设置未保存到任何文件。</translation>
    </message>
    <message>
        <source>What a day may cost and how much of a pool one operation may close is kept with each fleet, not here: whoever works on it has the same limits.</source>
        <translation>每日支出以及每次任务可停用或销户的流量池比例，随各卡库保存，不在此处：所有操作员受同样的限额约束。</translation>
    </message>
    <message>
        <source>{page} (!)</source>
        <translation>{page}（!）</translation>
    </message>
    <message>
        <source>{page}, something cannot be used</source>
        <translation>{page}，其中有无法使用的设置</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>A device change binds the card to the new device by itself.</source>
        <translation>换绑时自动将卡绑定到新设备。</translation>
    </message>
    <message>
        <source>A device change suspends the card until Resume Use.</source>
        <translation>换绑时停用卡，直到换绑复用。</translation>
    </message>
    <message>
        <source>A new plan is ordered and paid when the running one expires.</source>
        <translation>当前套餐到期时，自动下单并支付新套餐。</translation>
    </message>
    <message>
        <source>An operation on this card is under way.</source>
        <translation>此卡有任务正在进行。</translation>
    </message>
    <message>
        <source>Auto-renew</source>
        <translation>自动续费</translation>
    </message>
    <message>
        <source>Automatic rebind</source>
        <translation>自动换绑复用</translation>
    </message>
    <message>
        <source>Its plan voucher says {size}; the card&apos;s own limit wins.</source>
        <translation>套餐凭证的上限为 {size}；以此卡自身的上限为准。</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Once suspended, it resumes by itself when the next month begins.</source>
        <translation>停用后，次月开始时自动复用。</translation>
    </message>
    <message>
        <source>Once suspended, it stays so until somebody resumes it.</source>
        <translation>停用后保持停用，直到有人复用。</translation>
    </message>
    <message>
        <source>Service stops when the plan expires, unless it is renewed.</source>
        <translation>套餐到期后停机，除非续费。</translation>
    </message>
    <message>
        <source>Set usage limit…</source>
        <translation>设置用量上限…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The card is not suspended for what it uses.</source>
        <translation>此卡不会因用量而停用。</translation>
    </message>
    <message>
        <source>Usage limit suspension</source>
        <translation>达量停用</translation>
    </message>
    <message>
        <source>Used {used} of {limit} in this cycle.</source>
        <translation>本周期已用 {used}，上限 {limit}。</translation>
    </message>
    <message>
        <source>{size} a month, from its plan voucher</source>
        <translation>每月 {size}，来自套餐凭证</translation>
    </message>
    <message>
        <source>{size} a month, the card&apos;s own limit</source>
        <translation>每月 {size}，此卡自身的上限</translation>
    </message>
</context>
<context>
    <name>ShareList</name>
    <message>
        <source>Not reported yet.</source>
        <translation>尚未上报。</translation>
    </message>
    <message>
        <source>delay {ms} ms</source>
        <translation>时延 {ms} ms</translation>
    </message>
    <message>
        <source>no signal reading</source>
        <translation>无信号数据</translation>
    </message>
    <message>
        <source>signal {csq} of 31 ({dbm} dBm)</source>
        <translation>信号 {csq}/31（{dbm} dBm）</translation>
    </message>
</context>
<context>
    <name>SheetDoor</name>
    <message>
        <source>A list of cards from any console, .xlsx or .csv. Search it, group it, look into its cards; the file stays as it is. You can also drop it on this window.</source>
        <translation>来自任何控制台的卡列表，.xlsx 或 .csv 均可。可搜索、分组、查看其中的卡；文件保持不变。也可以把文件拖到这个窗口上。</translation>
    </message>
    <message>
        <source>Open a spreadsheet</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Open spreadsheet…</source>
        <translation>打开表格…</translation>
    </message>
</context>
<context>
    <name>SheetsWindow</name>
    <message>
        <source>A sync is already running.</source>
        <translation>同步正在进行。</translation>
    </message>
    <message>
        <source>Close this window first.</source>
        <translation>请先关闭此窗口。</translation>
    </message>
    <message>
        <source>Everything may be sent.</source>
        <translation>目前没有发送限制。</translation>
    </message>
    <message>
        <source>Nothing unexpected has happened since SimDesk was opened.</source>
        <translation>SimDesk 打开以来没有发生意外错误。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>No key fits.</source>
        <translation>没有符合的快捷键。</translation>
    </message>
    <message>
        <source>Save as a page</source>
        <translation>另存为网页</translation>
    </message>
    <message>
        <source>Save as a page to print…</source>
        <translation>另存为可打印的网页…</translation>
    </message>
    <message>
        <source>Saved “{path}”. A browser shows and prints it.</source>
        <translation>已保存“{path}”。可用浏览器查看和打印。</translation>
    </message>
</context>
<context>
    <name>SimulatedBanner</name>
    <message>
        <source>SIMULATED · world clock {now} · {speed}</source>
        <translation>模拟 · 模拟时钟 {now} · {speed}</translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation>模拟世界</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>wallet {money}</source>
        <translation>账户余额 {money}</translation>
    </message>
</context>
<context>
    <name>StatusShare</name>
    <message>
        <source>Cards by status</source>
        <translation>按状态统计的卡</translation>
    </message>
</context>
<context>
    <name>SubCardBar</name>
    <message>
        <source>Tick sub-cards to suspend or release them on their own.</source>
        <translation>勾选子卡可单独停用或复用。</translation>
    </message>
</context>
<context>
    <name>SubCardBlock</name>
    <message>
        <source>APN</source>
        <translation>APN</translation>
    </message>
    <message>
        <source>Choose {carrier}</source>
        <translation>选择{carrier}子卡</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>已复制{name}</translation>
    </message>
    <message>
        <source>Cumulative traffic in cycle</source>
        <translation>周期内累计流量</translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>IMSI</source>
        <translation>IMSI</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>MSISDN</source>
        <translation>MSISDN</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Private segment</source>
        <translation>私网网段</translation>
    </message>
    <message>
        <source>Real-name certified</source>
        <translation>实名认证</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>SMS used</source>
        <translation>短信用量</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>SubCardsTab</name>
    <message>
        <source>Not read yet.</source>
        <translation>尚未读取。</translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation>子卡</translation>
    </message>
    <message>
        <source>The provider lists no sub-cards.</source>
        <translation>服务商没有列出子卡。</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Files of the bundle</source>
        <translation>支持包中的文件</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>Save bundle…</source>
        <translation>保存支持包…</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>保存支持包</translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation>已保存“{path}”。</translation>
    </message>
    <message>
        <source>Support bundle</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>The chosen file</source>
        <translation>所选文件</translation>
    </message>
    <message>
        <source>What helps to find a fault: logs, reports, versions, settings and counts; no cards, secrets hidden, numbers shortened. Look through it, then save it. SimDesk sends it nowhere.</source>
        <translation>有助于查找故障的内容：日志、报告、版本、设置和统计数；不含卡，密钥已隐藏，号码已缩短。请先查看再保存。SimDesk 不会发往任何地方。</translation>
    </message>
    <message>
        <source>{name} · {size} bytes</source>
        <translation>{name} · {size} 字节</translation>
    </message>
</context>
<context>
    <name>SwitchEditor</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Create tag</source>
        <translation>创建标签</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Rules and saved searches follow a new name.</source>
        <translation>规则和已存搜索会随新名称更新。</translation>
    </message>
    <message>
        <source>Save tag</source>
        <translation>保存标签</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>A half-ticked tag stays as it is on each card.</source>
        <translation>半勾选的标签在每张卡上保持原样。</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{count} of {all} cards have it</source>
        <translation>{all} 张卡中 {count} 张有此标签</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>1 tag</source>
        <translation>1 个标签</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>新建标签…</translation>
    </message>
    <message>
        <source>No tag yet. Tags sort cards the way you think of them.</source>
        <translation>还没有标签。标签让您按自己的方式给卡分类。</translation>
    </message>
    <message>
        <source>Show its cards</source>
        <translation>显示其卡</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Watched by {rules}</source>
        <translation>被规则监控：{rules}</translation>
    </message>
    <message>
        <source>{count} tags</source>
        <translation>{count} 个标签</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>numbers, or their first 6 or more</source>
        <translation>号码，或至少前 6 位</translation>
    </message>
    <message>
        <source>one or several, with commas</source>
        <translation>一个或多个，用逗号分隔</translation>
    </message>
    <message>
        <source>words it contains</source>
        <translation>包含的文字</translation>
    </message>
</context>
<context>
    <name>TopUpForm</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Add-on package data tier</source>
        <translation>加油包流量档位</translation>
    </message>
    <message>
        <source>Purchase add-on package</source>
        <translation>购买加油包</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Renew plan</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Renewal period</source>
        <translation>续费时长</translation>
    </message>
    <message>
        <source>Top-up type</source>
        <translation>充值类型</translation>
    </message>
</context>
<context>
    <name>TrafficTab</name>
    <message>
        <source>Carriers</source>
        <translation>运营商</translation>
    </message>
    <message>
        <source>No usage is known for these months. Try a longer time range.</source>
        <translation>这些月份没有用量数据。请选择更长的时间范围。</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Reading usage…</source>
        <translation>正在读取用量…</translation>
    </message>
    <message>
        <source>Save picture of the chart</source>
        <translation>保存图表图片</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>There is no chart to save yet.</source>
        <translation>还没有可保存的图表。</translation>
    </message>
    <message>
        <source>Traffic information</source>
        <translation>流量信息</translation>
    </message>
    <message>
        <source>Usage of {iccid}</source>
        <translation>{iccid} 的用量</translation>
    </message>
    <message>
        <source>Usage {as_of}</source>
        <translation>用量{as_of}</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>{size} in all</source>
        <translation>共 {size}</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again to read this card</source>
        <translation>重新读取此卡</translation>
    </message>
</context>
<context>
    <name>UnitDelegate</name>
    <message>
        <source>Unit of plain numbers</source>
        <translation>无单位数值的单位</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Usage chart</source>
        <translation>用量图表</translation>
    </message>
    <message>
        <source>Usage, one bar after the other by arrow keys</source>
        <translation>用量，用方向键逐柱查看</translation>
    </message>
</context>
<context>
    <name>ValueEdit</name>
    <message>
        <source>100MB</source>
        <translation>100MB</translation>
    </message>
    <message>
        <source>2026-12-31 or 30d</source>
        <translation>2026-12-31 或 30d</translation>
    </message>
    <message>
        <source>Choose in a calendar</source>
        <translation>从日历选择</translation>
    </message>
    <message>
        <source>{name}: choose in a calendar</source>
        <translation>{name}：从日历选择</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>{percent} % of {count} cards</source>
        <translation>{count} 张卡的 {percent}%</translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>Values and their cards</source>
        <translation>值及其卡</translation>
    </message>
</context>
<context>
    <name>VoucherLimitDialog</name>
    <message>
        <source>1 card inherits it</source>
        <translation>1 张卡沿用此上限</translation>
    </message>
    <message>
        <source>Counting the cards…</source>
        <translation>正在统计卡…</translation>
    </message>
    <message>
        <source>Remove the voucher&apos;s limit</source>
        <translation>清除套餐凭证的上限</translation>
    </message>
    <message>
        <source>Set the voucher&apos;s limit</source>
        <translation>设置套餐凭证的上限</translation>
    </message>
    <message>
        <source>Set {size} for 1 card</source>
        <translation>为 1 张卡设置 {size}</translation>
    </message>
    <message>
        <source>Set {size} for {count} cards</source>
        <translation>为 {count} 张卡设置 {size}</translation>
    </message>
    <message>
        <source>Usage limit of a voucher</source>
        <translation>套餐凭证的用量上限</translation>
    </message>
    <message>
        <source>{count} cards inherit it</source>
        <translation>{count} 张卡沿用此上限</translation>
    </message>
    <message>
        <source>{count} have a limit of their own and keep it</source>
        <translation>{count} 张卡保留自身的上限</translation>
    </message>
    <message>
        <source>{count} have not been read in full yet</source>
        <translation>{count} 张卡尚未完整读取</translation>
    </message>
</context>
<context>
    <name>VoucherLimitForm</name>
    <message>
        <source>Remove the voucher&apos;s limit</source>
        <translation>清除套餐凭证的上限</translation>
    </message>
</context>
<context>
    <name>VoucherPanel</name>
    <message>
        <source>; dashed: even use until its last day</source>
        <translation>；虚线：到最后一天均匀使用</translation>
    </message>
    <message>
        <source>Each card has its own quota; there is no pool.</source>
        <translation>每张卡各有额度；没有流量池。</translation>
    </message>
    <message>
        <source>No usage limit for the voucher.</source>
        <translation>套餐凭证未设用量上限。</translation>
    </message>
    <message>
        <source>Reading usage…</source>
        <translation>正在读取用量…</translation>
    </message>
    <message>
        <source>The month has just begun: usage comes tomorrow.</source>
        <translation>本月刚开始：明天才有用量。</translation>
    </message>
    <message>
        <source>The provider does not tell how much this pool holds.</source>
        <translation>服务商未提供此流量池的容量。</translation>
    </message>
    <message>
        <source>Until {day}: {sum}, on the day {kb}</source>
        <translation>截至 {day}：{sum}，当天 {kb}</translation>
    </message>
    <message>
        <source>Usage limit of each card {limit}, then {after}; a card&apos;s own wins.</source>
        <translation>每张卡的用量上限 {limit}，达到后{after}；以卡自身的上限为准。</translation>
    </message>
    <message>
        <source>Use of the pool over the month</source>
        <translation>流量池本月用量走势</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>pool read {at}</source>
        <translation>流量池读取于 {at}</translation>
    </message>
    <message>
        <source>resumes next month</source>
        <translation>次月复用</translation>
    </message>
    <message>
        <source>stays suspended</source>
        <translation>保持停用</translation>
    </message>
    <message>
        <source>usage as of {at}</source>
        <translation>用量截至 {at}</translation>
    </message>
    <message>
        <source>{month}, summed up day by day</source>
        <translation>{month}，按天累计</translation>
    </message>
    <message>
        <source>{outside} outside the plan: {price}</source>
        <translation>套餐外 {outside}：{price}</translation>
    </message>
    <message>
        <source>{used} of {total} used, {left} left</source>
        <translation>已用 {used}，共 {total}，剩余 {left}</translation>
    </message>
</context>
<context>
    <name>VouchersPage</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>1 voucher</source>
        <translation>1 个套餐凭证</translation>
    </message>
    <message>
        <source>Buy…</source>
        <translation>购买…</translation>
    </message>
    <message>
        <source>No card has been read yet. Plan vouchers come with their cards: their pools, what is left in them and what is outside the plan.</source>
        <translation>尚未读取任何卡。套餐凭证随卡一起读取，包括其流量池、剩余流量和套餐外用量。</translation>
    </message>
    <message>
        <source>Plan vouchers</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Read pools</source>
        <translation>读取流量池</translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation>同步全部卡</translation>
    </message>
    <message>
        <source>Usage limit…</source>
        <translation>用量上限…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} vouchers</source>
        <translation>{count} 个套餐凭证</translation>
    </message>
</context>
<context>
    <name>WaitingBar</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>{count} more wait; they are in the list below.</source>
        <translation>另有 {count} 项等待，见下方列表。</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>1 card waits with it and is revoked together with it.</source>
        <translation>另有 1 张卡一同等待，将一并撤回。</translation>
    </message>
    <message>
        <source>Its cancellation will be sent {when}.</source>
        <translation>销户申请待发送，发送时间：{when}。</translation>
    </message>
    <message>
        <source>at its time</source>
        <translation>按预定时间</translation>
    </message>
    <message>
        <source>on {moment}</source>
        <translation>{moment}</translation>
    </message>
    <message>
        <source>{count} cards wait with it and are revoked together.</source>
        <translation>另有 {count} 张卡一同等待，将一并撤回。</translation>
    </message>
    <message>
        <source>“{act}” will be sent for it {when}.</source>
        <translation>“{act}”待发送，发送时间：{when}。</translation>
    </message>
</context>
<context>
    <name>WalletLine</name>
    <message>
        <source>The provider does not tell.</source>
        <translation>服务商未提供。</translation>
    </message>
    <message>
        <source>{money} afterwards</source>
        <translation>支付后余 {money}</translation>
    </message>
</context>
<context>
    <name>WareForm</name>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Larger by</source>
        <translation>扩容量</translation>
    </message>
    <message>
        <source>Number of cards</source>
        <translation>卡数量</translation>
    </message>
    <message>
        <source>Number of units</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>from {money}</source>
        <translation>{money} 起</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>不出售</translation>
    </message>
    <message>
        <source>{money} a card</source>
        <translation>每张 {money}</translation>
    </message>
    <message>
        <source>{money} a card and month</source>
        <translation>每张每月 {money}</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Fleets</source>
        <translation>卡库</translation>
    </message>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>操作指南</translation>
    </message>
    <message>
        <source>Spreadsheets opened last</source>
        <translation>最近打开的表格</translation>
    </message>
    <message>
        <source>The whole fleet of SIM cards on your own computer.</source>
        <translation>整个 SIM 卡库都在自己的计算机上。</translation>
    </message>
    <message>
        <source>Welcome to SimDesk</source>
        <translation>欢迎使用 SimDesk</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>All cards</source>
        <translation>全部卡</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>为何不行</translation>
    </message>
    <message>
        <source>{allowed} of {asked}</source>
        <translation>{asked} 张中 {allowed} 张可执行</translation>
    </message>
    <message>
        <source>{count} not, for other reasons</source>
        <translation>{count} 张因其他原因不可</translation>
    </message>
    <message>
        <source>{count} not: {reason}</source>
        <translation>{count} 张不可：{reason}</translation>
    </message>
</context>
<context>
    <name>WishedActs</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>Asked of the provider, each after a preview of its own:</source>
        <translation>向服务商提出，每项先经各自的预览：</translation>
    </message>
    <message>
        <source>Sent: its operation is under way.</source>
        <translation>已发送：任务正在进行。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} more: bring the sheet back again when these are done.</source>
        <translation>另有 {count} 项：完成这些后请再次导回此表。</translation>
    </message>
</context>
<context>
    <name>WorldButton</name>
    <message>
        <source>Advance to {day}</source>
        <translation>前进到 {day}</translation>
    </message>
    <message>
        <source>Let time go on</source>
        <translation>让时间前进</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation>模拟世界</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>停住时钟</translation>
    </message>
    <message>
        <source>Wallet, faults, any date…</source>
        <translation>账户余额、故障、任意日期…</translation>
    </message>
    <message>
        <source>World</source>
        <translation>模拟世界</translation>
    </message>
    <message>
        <source>{speed} times as fast</source>
        <translation>{speed} 倍速</translation>
    </message>
</context>
<context>
    <name>WorldDialog</name>
    <message>
        <source>Advance</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Advance to</source>
        <translation>前进到</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>It holds {money}</source>
        <translation>现有 {money}</translation>
    </message>
    <message>
        <source>Nothing here touches a real card. Practise what a bad day would be.</source>
        <translation>此处的一切都不涉及真实的卡。可用来演练最坏的一天。</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Set wallet</source>
        <translation>设置余额</translation>
    </message>
    <message>
        <source>Simulated world</source>
        <translation>模拟世界</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停住</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>World clock</source>
        <translation>模拟时钟</translation>
    </message>
    <message>
        <source>{done} of {days} days</source>
        <translation>已过 {done} 天，共 {days} 天</translation>
    </message>
    <message>
        <source>{speed} times as fast</source>
        <translation>{speed} 倍速</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>显示{what}</translation>
    </message>
    <message>
        <source>{what} waits for its time; until then it can be revoked.</source>
        <translation>{what}等待到时发送；在此之前可撤回。</translation>
    </message>
    <message>
        <source>{what} will be sent on {moment}; until then it can be revoked.</source>
        <translation>{what}将于 {moment} 发送；在此之前可撤回。</translation>
    </message>
</context>
<context>
    <name>_OrderDialog</name>
    <message>
        <source>Card or voucher</source>
        <translation>卡或套餐凭证</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>_StatusList</name>
    <message>
        <source>Status becomes one of these</source>
        <translation>状态变为其中之一</translation>
    </message>
</context>
<context>
    <name>acting</name>
    <message>
        <source>Retry failures</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <source>Reverse: {action}</source>
        <translation>回退：{action}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>About SimDesk</source>
        <translation>关于 SimDesk</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>加油包</translation>
    </message>
    <message>
        <source>Advanced search</source>
        <translation>高级搜索</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>全部命令…</translation>
    </message>
    <message>
        <source>Automatic rebind…</source>
        <translation>自动换绑复用…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Bring changes back…</source>
        <translation>导回修改…</translation>
    </message>
    <message>
        <source>Cancel account</source>
        <translation>销户</translation>
    </message>
    <message>
        <source>Card details</source>
        <translation>卡详情</translation>
    </message>
    <message>
        <source>Change fleet…</source>
        <translation>切换卡库…</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Close SimDesk</source>
        <translation>关闭 SimDesk</translation>
    </message>
    <message>
        <source>Close spreadsheet</source>
        <translation>关闭表格</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比对…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy ICCID</source>
        <translation>复制 ICCID</translation>
    </message>
    <message>
        <source>Copy ICCIDs, MSISDNs or IMSIs first: no card number is in the clipboard.</source>
        <translation>请先复制 ICCID、MSISDN 或 IMSI：剪贴板中没有卡号。</translation>
    </message>
    <message>
        <source>Copy IMSI</source>
        <translation>复制 IMSI</translation>
    </message>
    <message>
        <source>Copy MSISDN</source>
        <translation>复制 MSISDN</translation>
    </message>
    <message>
        <source>Copy cell or rows</source>
        <translation>复制单元格或行</translation>
    </message>
    <message>
        <source>Copy rows with headers</source>
        <translation>复制行和标题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Edit remark</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Exclude this value</source>
        <translation>排除此值</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export cards…</source>
        <translation>导出卡…</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>按此值筛选</translation>
    </message>
    <message>
        <source>Find cards</source>
        <translation>查找卡</translation>
    </message>
    <message>
        <source>Find copied numbers</source>
        <translation>查找复制的号码</translation>
    </message>
    <message>
        <source>Find on the desk…</source>
        <translation>在工作台上查找…</translation>
    </message>
    <message>
        <source>Find pasted numbers…</source>
        <translation>查找粘贴的号码…</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Force Activate…</source>
        <translation>强制激活…</translation>
    </message>
    <message>
        <source>Group by column</source>
        <translation>按列分组</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>限额…</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即核实</translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation>列菜单</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation>没有可重做的编辑。</translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation>没有可撤销的编辑。</translation>
    </message>
    <message>
        <source>Open spreadsheet…</source>
        <translation>打开表格…</translation>
    </message>
    <message>
        <source>Operator&apos;s guide</source>
        <translation>操作指南</translation>
    </message>
    <message>
        <source>Pasted order</source>
        <translation>粘贴顺序</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Purchase add-on…</source>
        <translation>购买加油包…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Refresh the table</source>
        <translation>刷新表格</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Renew plan…</source>
        <translation>续费…</translation>
    </message>
    <message>
        <source>Report of the last unexpected error…</source>
        <translation>最近一次意外错误的报告…</translation>
    </message>
    <message>
        <source>Request account cancellation…</source>
        <translation>申请销户…</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>Resume Use</source>
        <translation>换绑复用</translation>
    </message>
    <message>
        <source>Resume Use…</source>
        <translation>换绑复用…</translation>
    </message>
    <message>
        <source>Resume…</source>
        <translation>复用…</translation>
    </message>
    <message>
        <source>Retry failures…</source>
        <translation>重试失败项…</translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation>回退…</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Safe mode…</source>
        <translation>安全模式…</translation>
    </message>
    <message>
        <source>Select all matching</source>
        <translation>选择全部符合条件的卡</translation>
    </message>
    <message>
        <source>Select all others</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Stop or revoke</source>
        <translation>停止或撤回</translation>
    </message>
    <message>
        <source>Sub-cards</source>
        <translation>子卡</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Sync all cards</source>
        <translation>同步全部卡</translation>
    </message>
    <message>
        <source>Sync selected cards</source>
        <translation>同步所选卡</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Turn auto-renew off…</source>
        <translation>关闭自动续费…</translation>
    </message>
    <message>
        <source>Turn auto-renew on…</source>
        <translation>开启自动续费…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Usage limit…</source>
        <translation>用量上限…</translation>
    </message>
    <message>
        <source>View details</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>What was refused…</source>
        <translation>被拒绝的内容…</translation>
    </message>
</context>
<context>
    <name>age</name>
    <message>
        <source>1 day old</source>
        <translation>1 天前</translation>
    </message>
    <message>
        <source>usage as of {stamp}</source>
        <translation>用量截至 {stamp}</translation>
    </message>
    <message>
        <source>{count} days old</source>
        <translation>{count} 天前</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Read report…</source>
        <translation>查看报告…</translation>
    </message>
    <message>
        <source>The last run of SimDesk was ended by the system in the middle of its work.</source>
        <translation>SimDesk 上次运行时在工作中途被系统终止。</translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>joining</name>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation>{words}。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Alt + Down</source>
        <translation>Alt + 下方向键</translation>
    </message>
    <message>
        <source>Alt + letter</source>
        <translation>Alt + 字母</translation>
    </message>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation>方向键、Page Up、Page Down</translation>
    </message>
    <message>
        <source>Clear; once more: back to the table</source>
        <translation>清空；再按一次：返回表格</translation>
    </message>
    <message>
        <source>Close without doing anything</source>
        <translation>关闭而不做任何事</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Ctrl + C</source>
        <translation>Ctrl + C</translation>
    </message>
    <message>
        <source>Ctrl + F</source>
        <translation>Ctrl + F</translation>
    </message>
    <message>
        <source>Ctrl + Tab, Ctrl + Shift + Tab</source>
        <translation>Ctrl + Tab、Ctrl + Shift + Tab</translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation>Ctrl + 方向键</translation>
    </message>
    <message>
        <source>Do it, where it is easily taken back</source>
        <translation>执行（仅限容易回退的操作）</translation>
    </message>
    <message>
        <source>Down, Ctrl + Space</source>
        <translation>下方向键、Ctrl + 空格</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Extend the selection</source>
        <translation>扩展选择</translation>
    </message>
    <message>
        <source>F2, F5, Ctrl + letters</source>
        <translation>F2、F5、Ctrl + 字母</translation>
    </message>
    <message>
        <source>Find in this list</source>
        <translation>在此列表中查找</translation>
    </message>
    <message>
        <source>In dialogs and menus</source>
        <translation>在对话框和菜单中</translation>
    </message>
    <message>
        <source>In the card details</source>
        <translation>在卡详情中</translation>
    </message>
    <message>
        <source>In the lists of other pages</source>
        <translation>在其他页面的列表中</translation>
    </message>
    <message>
        <source>In the quick search</source>
        <translation>在快速搜索中</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>字母和数字</translation>
    </message>
    <message>
        <source>Look into the current card</source>
        <translation>查看当前卡</translation>
    </message>
    <message>
        <source>Menu of the card</source>
        <translation>卡的菜单</translation>
    </message>
    <message>
        <source>Menu of the column</source>
        <translation>列菜单</translation>
    </message>
    <message>
        <source>Menu, Shift + F10</source>
        <translation>菜单键、Shift + F10</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Next card whose column begins so</source>
        <translation>下一张该列以此开头的卡</translation>
    </message>
    <message>
        <source>Next field, previous field</source>
        <translation>下一个字段、上一个字段</translation>
    </message>
    <message>
        <source>Next tab, previous tab</source>
        <translation>下一个选项卡、上一个选项卡</translation>
    </message>
    <message>
        <source>Open a menu</source>
        <translation>打开菜单</translation>
    </message>
    <message>
        <source>Search; once more: go to the cards</source>
        <translation>搜索；再按一次：转到卡</translation>
    </message>
    <message>
        <source>Select or leave out the current card</source>
        <translation>选择或取消选择当前卡</translation>
    </message>
    <message>
        <source>Shift + any of these</source>
        <translation>Shift + 以上任意键</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Tab, Shift + Tab</source>
        <translation>Tab、Shift + Tab</translation>
    </message>
    <message>
        <source>To the edge of the table</source>
        <translation>到表格边缘</translation>
    </message>
    <message>
        <source>What can be written here</source>
        <translation>此处可输入的内容</translation>
    </message>
    <message>
        <source>What the menu of the list shows</source>
        <translation>列表菜单中所示的操作</translation>
    </message>
    <message>
        <source>“{key}” is the key of “{command}”.</source>
        <translation>“{key}”是“{command}”的快捷键。</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;Card</source>
        <translation>卡(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation>任务(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>账目</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>套餐凭证</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>生效中</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Of the desk</source>
        <translation>工作台数据</translation>
    </message>
    <message>
        <source>Open spreadsheet</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv *.txt *.tsv)</source>
        <translation>表格 (*.xlsx *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Usage of months and days</source>
        <translation>各月和各天用量</translation>
    </message>
    <message>
        <source>{file} (review)</source>
        <translation>{file}（审阅）</translation>
    </message>
    <message>
        <source>“{file}” is open.</source>
        <translation>“{file}”已打开。</translation>
    </message>
</context>
<context>
    <name>trade</name>
    <message>
        <source>1 card</source>
        <translation>1 张卡</translation>
    </message>
    <message>
        <source>1 card from a spreadsheet</source>
        <translation>来自表格的 1 张卡</translation>
    </message>
    <message>
        <source>1 cycle</source>
        <translation>1 个周期</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>剩 1 天</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 个月</translation>
    </message>
    <message>
        <source>1 new card comes within a business day, in its silent period.</source>
        <translation>1 张新卡将在一个工作日内到达，处于静默期。</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 份</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 年</translation>
    </message>
    <message>
        <source>A backup was made and checked.</source>
        <translation>已备份并检查。</translation>
    </message>
    <message>
        <source>A cancellation asked from the 20th on finishes next month, which is charged.</source>
        <translation>20 日起申请的销户于次月完成，次月照常计费。</translation>
    </message>
    <message>
        <source>A cancelled account cannot be restored.</source>
        <translation>销户后无法恢复。</translation>
    </message>
    <message>
        <source>A card has at most {most} tags; this would have {count}.</source>
        <translation>每张卡最多 {most} 个标签；此卡将有 {count} 个。</translation>
    </message>
    <message>
        <source>A card that reaches its limit within a month is suspended. The card&apos;s own limit wins over its voucher&apos;s.</source>
        <translation>当月用量达到上限的卡将被停用。卡自身的上限优先于套餐凭证的上限。</translation>
    </message>
    <message>
        <source>A copy stays as safe as it is.</source>
        <translation>副本保持安全模式。</translation>
    </message>
    <message>
        <source>A deleted rule</source>
        <translation>已删除的规则</translation>
    </message>
    <message>
        <source>A desk needs a disk of this PC. Move the folder, or look at a copy of it.</source>
        <translation>工作台须放在本机磁盘上。请移动文件夹，或查看其副本。</translation>
    </message>
    <message>
        <source>A folder, best on another disk, that every backup is copied to as well. Backups themselves lie in the folder of their fleet.</source>
        <translation>每个备份同时复制到的文件夹，最好在另一块磁盘上。备份本身位于卡库的文件夹中。</translation>
    </message>
    <message>
        <source>A lifted device lock cannot be put back.</source>
        <translation>换绑锁定解除后无法恢复。</translation>
    </message>
    <message>
        <source>A name has 1 to 50 characters.</source>
        <translation>名称为 1 至 50 个字符。</translation>
    </message>
    <message>
        <source>A name has no invisible or control characters.</source>
        <translation>名称不能含有不可见字符或控制字符。</translation>
    </message>
    <message>
        <source>A name has none of the characters \ / : * ? &quot; &lt; &gt; |</source>
        <translation>名称不能含有字符 \ / : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>A name neither begins nor ends with a dot.</source>
        <translation>名称首尾不能是点。</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>A notification cannot be read: {stored}</source>
        <translation>无法读取通知：{stored}</translation>
    </message>
    <message>
        <source>A pool belongs to one voucher: choose “plan voucher” as the group.</source>
        <translation>流量池属于单个套餐凭证：监控组请选择“套餐凭证”。</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>A range stands alone, not in a list.</source>
        <translation>范围须单独书写，不能放在列表中。</translation>
    </message>
    <message>
        <source>A reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>A remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A rough day: some of everything</source>
        <translation>糟糕的一天：样样都来一点</translation>
    </message>
    <message>
        <source>A row of the file has more than {most} fields.</source>
        <translation>文件中有一行超过 {most} 个字段。</translation>
    </message>
    <message>
        <source>A rule named “{name}” exists.</source>
        <translation>已有名为“{name}”的规则。</translation>
    </message>
    <message>
        <source>A rule&apos;s name has at most {most} characters; this has {count}.</source>
        <translation>规则名称最多 {most} 个字符；现有 {count} 个。</translation>
    </message>
    <message>
        <source>A rule&apos;s name holds letters, digits, blanks, - and _; “{sign}” is none.</source>
        <translation>规则名称只能含文字、数字、空格、- 和 _；“{sign}”不可用。</translation>
    </message>
    <message>
        <source>A same-tier pool grows by its cards alone.</source>
        <translation>同档位池只随卡数增长。</translation>
    </message>
    <message>
        <source>A search named “{name}” exists.</source>
        <translation>已有名为“{name}”的搜索。</translation>
    </message>
    <message>
        <source>A second order for the same act</source>
        <translation>同一操作的第二笔订单</translation>
    </message>
    <message>
        <source>A share is 1 to {most} %, not {count}.</source>
        <translation>比例为 1 至 {most}%，不能是 {count}。</translation>
    </message>
    <message>
        <source>A sheet has {cells} cells and reaches to row {row}, column {column}.</source>
        <translation>有工作表含 {cells} 个单元格，延伸至第 {row} 行、{column} 列。</translation>
    </message>
    <message>
        <source>A spreadsheet program took this number for the date {words}.</source>
        <translation>表格软件把此号码当成了日期 {words}。</translation>
    </message>
    <message>
        <source>A tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>A tag named “{name}” exists.</source>
        <translation>已有名为“{name}”的标签。</translation>
    </message>
    <message>
        <source>A usage is 1 to {most} MB, not {count}.</source>
        <translation>用量为 1 至 {most} MB，不能是 {count}。</translation>
    </message>
    <message>
        <source>A usage limit is a whole number of MB, 0 for none.</source>
        <translation>用量上限为整数 MB，0 表示无。</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>缺少值。</translation>
    </message>
    <message>
        <source>A value that contains .. goes in quotes.</source>
        <translation>含有 .. 的值须放在引号中。</translation>
    </message>
    <message>
        <source>A word is missing beside the comma.</source>
        <translation>逗号旁缺少词。</translation>
    </message>
    <message>
        <source>APN</source>
        <translation>APN</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Accepted now, done later</source>
        <translation>先受理，稍后完成</translation>
    </message>
    <message>
        <source>Accepted, result pending</source>
        <translation>已受理，等待结果</translation>
    </message>
    <message>
        <source>Accepted; the result is read from the card.</source>
        <translation>已受理；结果将从卡上读取。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Account opened</source>
        <translation>开户时间</translation>
    </message>
    <message>
        <source>Account was opened</source>
        <translation>开户</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>激活时间</translation>
    </message>
    <message>
        <source>Activation method</source>
        <translation>激活方式</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Add 1 card</source>
        <translation>补卡 1 张</translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation>补卡</translation>
    </message>
    <message>
        <source>Add {count} cards</source>
        <translation>补卡 {count} 张</translation>
    </message>
    <message>
        <source>Add-on package</source>
        <translation>加油包</translation>
    </message>
    <message>
        <source>Add-on packages are sold 1, 2 or 3 at a time.</source>
        <translation>加油包每次可购买 1、2 或 3 个。</translation>
    </message>
    <message>
        <source>Add-on packages are sold for single-card plans only.</source>
        <translation>加油包仅限单卡套餐购买。</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>After each sync: {when}, {tell}.</source>
        <translation>每次同步后：{when}，{tell}。</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>全部卡</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>All tags that the card shall carry, by commas; a blank cell takes all off. A tag has at most {most} characters; one with a comma stands in double quotes.</source>
        <translation>此卡应有的全部标签，用逗号分隔；留空则全部移除。每个标签最多 {most} 个字符；含逗号的标签放在双引号中。</translation>
    </message>
    <message>
        <source>All terms must hold; for any of several values write status:in_use,stopped. To search for the word itself, put it in quotes.</source>
        <translation>各条件须同时满足；要匹配多个值之一，请写 status:in_use,stopped。要搜索此词本身，请放在引号中。</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>An ICCID has 20 digits or capital letters and starts with 8986.</source>
        <translation>ICCID 为 20 位数字或大写字母，以 8986 开头。</translation>
    </message>
    <message>
        <source>An ICCID is text of 20 characters and starts with 8986. Format the cell as text.</source>
        <translation>ICCID 是以 8986 开头的 20 位文本。请将单元格设为文本格式。</translation>
    </message>
    <message>
        <source>An IMEI has 15 digits.</source>
        <translation>IMEI 为 15 位数字。</translation>
    </message>
    <message>
        <source>An IMSI has 15 digits.</source>
        <translation>IMSI 为 15 位数字。</translation>
    </message>
    <message>
        <source>An MSISDN has 13 digits.</source>
        <translation>MSISDN 为 13 位数字。</translation>
    </message>
    <message>
        <source>An account cancellation cannot be undone.</source>
        <translation>销户无法撤销。</translation>
    </message>
    <message>
        <source>An act about it is in doubt: settle that first.</source>
        <translation>与其有关的操作存疑：请先核实。</translation>
    </message>
    <message>
        <source>An activation cannot be taken back.</source>
        <translation>激活不可撤回。</translation>
    </message>
    <message>
        <source>An add-on package ends with the plan that runs now.</source>
        <translation>加油包随当前套餐一同到期。</translation>
    </message>
    <message>
        <source>An answer could not be written to the disk.</source>
        <translation>无法将答复写入磁盘。</translation>
    </message>
    <message>
        <source>An earlier act has moved the order on.</source>
        <translation>先前的操作已改变订单状态。</translation>
    </message>
    <message>
        <source>An earlier row is about the same card.</source>
        <translation>前面已有同一张卡的行。</translation>
    </message>
    <message>
        <source>An earlier row of the sheet is about the same card.</source>
        <translation>表中前面已有同一张卡的行。</translation>
    </message>
    <message>
        <source>An expiry is watched 1 to {most} days ahead, not {n}.</source>
        <translation>到期可提前 1 至 {most} 天监控，不能是 {n}。</translation>
    </message>
    <message>
        <source>An operation in the journal cannot be read: {stored}</source>
        <translation>无法读取任务日志中的任务：{stored}</translation>
    </message>
    <message>
        <source>An operation on it is not settled yet.</source>
        <translation>此卡有任务尚未了结。</translation>
    </message>
    <message>
        <source>An unexpected error ({kind}) was met. Read its report, from the Help menu, and let sending go on there.</source>
        <translation>发生意外错误（{kind}）。请在“帮助”菜单中查看报告，并在那里允许继续发送。</translation>
    </message>
    <message>
        <source>An unexpected error stopped it; it was reported.</source>
        <translation>因意外错误停止；已生成报告。</translation>
    </message>
    <message>
        <source>Another cell of this row is in conflict.</source>
        <translation>此行另有单元格冲突。</translation>
    </message>
    <message>
        <source>Another cell of this row was refused.</source>
        <translation>此行另有单元格被拒绝。</translation>
    </message>
    <message>
        <source>Another operation on it is not settled yet; nothing was sent.</source>
        <translation>此卡另有任务尚未了结；未发送任何请求。</translation>
    </message>
    <message>
        <source>Another program keeps “{path}” locked.</source>
        <translation>另一个程序锁定了“{path}”。</translation>
    </message>
    <message>
        <source>Answers are lost, effects are not</source>
        <translation>答复丢失，但已生效</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask for the file again, or save it anew in a spreadsheet program as xlsx or csv.</source>
        <translation>请重新索取文件，或用表格软件重新存为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Asked for here, held as without effect</source>
        <translation>在此处提出，记为未生效</translation>
    </message>
    <message>
        <source>Asked here by</source>
        <translation>此处提出人</translation>
    </message>
    <message>
        <source>At every check</source>
        <translation>每次检查</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Audit exported</source>
        <translation>审计已导出</translation>
    </message>
    <message>
        <source>Audit head</source>
        <translation>审计链头</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Auto-cancellation</source>
        <translation>自动销户</translation>
    </message>
    <message>
        <source>Auto-renew</source>
        <translation>自动续费</translation>
    </message>
    <message>
        <source>Auto-renew is already off.</source>
        <translation>自动续费已关闭。</translation>
    </message>
    <message>
        <source>Auto-renew is already on.</source>
        <translation>自动续费已开启。</translation>
    </message>
    <message>
        <source>Auto-renew is {state}.</source>
        <translation>自动续费为{state}。</translation>
    </message>
    <message>
        <source>Auto-renewed by the provider</source>
        <translation>由服务商自动续费</translation>
    </message>
    <message>
        <source>Automatic rebind</source>
        <translation>自动换绑复用</translation>
    </message>
    <message>
        <source>Automatic rebind changed</source>
        <translation>自动换绑复用变更</translation>
    </message>
    <message>
        <source>Automatic rebind is {state}.</source>
        <translation>自动换绑复用为{state}。</translation>
    </message>
    <message>
        <source>Automatic rebind releases it; you can do so too.</source>
        <translation>自动换绑复用会解除停用；您也可以手动换绑复用。</translation>
    </message>
    <message>
        <source>Back up every</source>
        <translation>备份间隔</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Backup of</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Backup restored</source>
        <translation>已恢复备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Before a large operation</source>
        <translation>大型任务前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>Before an upgrade</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>Before {day} no sync observed changes.</source>
        <translation>{day}之前没有同步发现过变化。</translation>
    </message>
    <message>
        <source>Billing cycle</source>
        <translation>计费周期</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Build one with: simdesk demo --fleet {name}</source>
        <translation>可用此命令生成：simdesk demo --fleet {name}</translation>
    </message>
    <message>
        <source>Buy 1 function fee</source>
        <translation>购买 1 份月功能费</translation>
    </message>
    <message>
        <source>Buy it in the table of cards, where its sizes and prices are shown.</source>
        <translation>请在卡列表中购买，那里显示规格和价格。</translation>
    </message>
    <message>
        <source>Buy {count} function fees</source>
        <translation>购买 {count} 份月功能费</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>By the clock</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>销户</translation>
    </message>
    <message>
        <source>Cancellation under way</source>
        <translation>正在销户</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已销户</translation>
    </message>
    <message>
        <source>Cancelled cards</source>
        <translation>已销户的卡</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Card or voucher</source>
        <translation>卡或套餐凭证</translation>
    </message>
    <message>
        <source>Card type</source>
        <translation>卡类型</translation>
    </message>
    <message>
        <source>Card was activated</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Cards added</source>
        <translation>新增的卡</translation>
    </message>
    <message>
        <source>Cards changed</source>
        <translation>变化的卡</translation>
    </message>
    <message>
        <source>Cards exported</source>
        <translation>卡已导出</translation>
    </message>
    <message>
        <source>Cards gone</source>
        <translation>消失的卡</translation>
    </message>
    <message>
        <source>Cards it watches</source>
        <translation>监控的卡</translation>
    </message>
    <message>
        <source>Cards matching {words}</source>
        <translation>符合 {words} 的卡</translation>
    </message>
    <message>
        <source>Cards of the pooled plan {voucher} do not expire.</source>
        <translation>统付池套餐 {voucher} 的卡不会到期。</translation>
    </message>
    <message>
        <source>Cards still to do</source>
        <translation>待处理的卡</translation>
    </message>
    <message>
        <source>Cards that would have more than {limit} tags: {count}.</source>
        <translation>标签将超过 {limit} 个的卡：{count} 张。</translation>
    </message>
    <message>
        <source>Cards the same</source>
        <translation>相同的卡</translation>
    </message>
    <message>
        <source>Cards then</source>
        <translation>当时卡数</translation>
    </message>
    <message>
        <source>Cards withdrawn</source>
        <translation>撤回的卡</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>运营商</translation>
    </message>
    <message>
        <source>Carrier notice</source>
        <translation>运营商状态推送激活</translation>
    </message>
    <message>
        <source>Carrier system</source>
        <translation>运营商系统</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Certification mode</source>
        <translation>认证方式</translation>
    </message>
    <message>
        <source>Certified</source>
        <translation>已认证</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change it in the spreadsheet, or bring the changes to the desk.</source>
        <translation>请在表格中修改，或将修改导回工作台。</translation>
    </message>
    <message>
        <source>Change tags of 1 card</source>
        <translation>更改 1 张卡的标签</translation>
    </message>
    <message>
        <source>Change tags of {count} cards</source>
        <translation>更改 {count} 张卡的标签</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Changes count on the day a sync observed them.</source>
        <translation>变化计入同步发现的当天。</translation>
    </message>
    <message>
        <source>Characters left out</source>
        <translation>略去的字符</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Check that its folder may be written to.</source>
        <translation>请检查其文件夹是否可写。</translation>
    </message>
    <message>
        <source>Check that the file exists and may be read.</source>
        <translation>请检查文件是否存在且可读。</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>请检查文件是否存在且可读。</translation>
    </message>
    <message>
        <source>Check the disk, then try again; nothing was changed.</source>
        <translation>请检查磁盘后重试；未做任何改动。</translation>
    </message>
    <message>
        <source>Check the folder and the free space on its disk.</source>
        <translation>请检查文件夹及其磁盘的可用空间。</translation>
    </message>
    <message>
        <source>Check where and how it is used, then ask the provider.</source>
        <translation>请检查使用地点和方式，然后询问服务商。</translation>
    </message>
    <message>
        <source>China Mobile</source>
        <translation>中国移动</translation>
    </message>
    <message>
        <source>China Telecom</source>
        <translation>中国电信</translation>
    </message>
    <message>
        <source>China Unicom</source>
        <translation>中国联通</translation>
    </message>
    <message>
        <source>Choose 1 to {most} months, the first one first.</source>
        <translation>请选择 1 至 {most} 个月，起始月在前。</translation>
    </message>
    <message>
        <source>Choose a file that has rows.</source>
        <translation>请选择有内容的文件。</translation>
    </message>
    <message>
        <source>Choose a folder you may write to, or close the program that has the file open.</source>
        <translation>请选择有写入权限的文件夹，或关闭正在使用该文件的程序。</translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation>请选择更晚的日期。</translation>
    </message>
    <message>
        <source>Choose a same-tier or pooled voucher.</source>
        <translation>请选择同档位池或统付池套餐凭证。</translation>
    </message>
    <message>
        <source>Choose an earlier first month.</source>
        <translation>请选择更早的起始月份。</translation>
    </message>
    <message>
        <source>Choose another folder, or move the file away.</source>
        <translation>请另选文件夹，或将此文件移走。</translation>
    </message>
    <message>
        <source>Choose another name, or merge the two.</source>
        <translation>请另取名称，或合并两者。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请另取名称。</translation>
    </message>
    <message>
        <source>Choose another place and try again.</source>
        <translation>请另选位置后重试。</translation>
    </message>
    <message>
        <source>Choose another sheet or another file.</source>
        <translation>请另选工作表或文件。</translation>
    </message>
    <message>
        <source>Choose at least one status.</source>
        <translation>请至少选择一个状态。</translation>
    </message>
    <message>
        <source>Choose from the list. A blank cell wishes for nothing.</source>
        <translation>请从列表中选择。留空表示不提出操作。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择一项。</translation>
    </message>
    <message>
        <source>Choose one of the sheets that are there.</source>
        <translation>请选择现有的工作表。</translation>
    </message>
    <message>
        <source>Choose the cards of the list, and the action for them. SimDesk shows what it would do, and does nothing before you say so.</source>
        <translation>选择清单中的卡和要执行的操作。SimDesk 会显示效果，在您确认之前不做任何操作。</translation>
    </message>
    <message>
        <source>Choose the tag whose cards the rule watches.</source>
        <translation>请选择规则要监控的标签。</translation>
    </message>
    <message>
        <source>Choose the voucher whose cards the rule watches.</source>
        <translation>请选择规则要监控的套餐凭证。</translation>
    </message>
    <message>
        <source>Choose “Bring changes back”. SimDesk shows what each row would do, and does nothing before you say so.</source>
        <translation>选择“导回修改”。SimDesk 会显示每一行的效果，在您确认之前不做任何操作。</translation>
    </message>
    <message>
        <source>Close an order</source>
        <translation>关闭订单</translation>
    </message>
    <message>
        <source>Close order {number}</source>
        <translation>关闭订单 {number}</translation>
    </message>
    <message>
        <source>Close other programs if memory is short, and try again.</source>
        <translation>如内存不足，请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close that program (a backup, a database tool), then try again.</source>
        <translation>请关闭该程序（备份或数据库工具）后重试。</translation>
    </message>
    <message>
        <source>Close the other SimDesk that has it open.</source>
        <translation>请关闭打开它的另一个 SimDesk。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Closed: order {order}. Nothing was charged.</source>
        <translation>已关闭：订单 {order}。未扣费。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of a tag</source>
        <translation>标签颜色</translation>
    </message>
    <message>
        <source>Column {column} tells the same.</source>
        <translation>{column} 列的内容与此相同。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of a new fleet</source>
        <translation>新卡库的列</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Compare the desk with the provider first.</source>
        <translation>请先将工作台与服务商比对。</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对账结果</translation>
    </message>
    <message>
        <source>Comparison exported</source>
        <translation>对账结果已导出</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Continue with 1 card</source>
        <translation>继续 1 张卡</translation>
    </message>
    <message>
        <source>Continue with {count} cards</source>
        <translation>继续 {count} 张卡</translation>
    </message>
    <message>
        <source>Copied rows of several cards begin with the titles of their columns.</source>
        <translation>复制多张卡的行时，首行为列标题。</translation>
    </message>
    <message>
        <source>Copy backups to</source>
        <translation>备份副本位置</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>复制时带标题</translation>
    </message>
    <message>
        <source>Create Order and Pay</source>
        <translation>下单并支付</translation>
    </message>
    <message>
        <source>Create Order and Pay {total}</source>
        <translation>下单并支付 {total}</translation>
    </message>
    <message>
        <source>Create Order and Pay {total} for 1 card</source>
        <translation>为 1 张卡下单并支付 {total}</translation>
    </message>
    <message>
        <source>Create Order and Pay {total} for {count} cards</source>
        <translation>为 {count} 张卡下单并支付 {total}</translation>
    </message>
    <message>
        <source>Create the folder or choose another one.</source>
        <translation>请创建该文件夹或另选一个。</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Created (Asia/Shanghai)</source>
        <translation>创建时间（Asia/Shanghai）</translation>
    </message>
    <message>
        <source>Cumulative traffic in cycle</source>
        <translation>周期内累计流量</translation>
    </message>
    <message>
        <source>Curly quotes do not hold a phrase together.</source>
        <translation>弯引号不能括起短语。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Daily backups kept</source>
        <translation>保留的每日备份</translation>
    </message>
    <message>
        <source>Daily comparison of orders</source>
        <translation>每日订单对账</translation>
    </message>
    <message>
        <source>Daily usage</source>
        <translation>每日用量</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Data tier</source>
        <translation>流量档位</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days of which the last backup is kept, 1 to 90. All backups of the last two days are kept, and the newest whatever its age.</source>
        <translation>保留最后一个备份的天数，1 至 90。最近两天的备份全部保留，最新的备份始终保留。</translation>
    </message>
    <message>
        <source>Delete 1 file</source>
        <translation>删除 1 个文件</translation>
    </message>
    <message>
        <source>Delete {count} exports</source>
        <translation>删除 {count} 个导出</translation>
    </message>
    <message>
        <source>Delete {count} files</source>
        <translation>删除 {count} 个文件</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Details as of</source>
        <translation>详情截至</translation>
    </message>
    <message>
        <source>Details read</source>
        <translation>详情读取时间</translation>
    </message>
    <message>
        <source>Device IMEI</source>
        <translation>设备 IMEI</translation>
    </message>
    <message>
        <source>Did not take effect</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否想写 {names}？</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Different amount</source>
        <translation>金额不同</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Directional group</source>
        <translation>定向分组</translation>
    </message>
    <message>
        <source>Do not use this file; ask the person who sent it for a plain one.</source>
        <translation>请勿使用此文件；请向发送者索取普通文件。</translation>
    </message>
    <message>
        <source>Does the card have the new usage limit there?</source>
        <translation>服务商处此卡是否为新的用量上限？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Drop one xlsx or csv file.</source>
        <translation>请拖放一个 xlsx 或 csv 文件。</translation>
    </message>
    <message>
        <source>Drop up to {most} xlsx or csv files, or a column of numbers.</source>
        <translation>请拖入最多 {most} 个 xlsx 或 csv 文件，或一列号码。</translation>
    </message>
    <message>
        <source>Each plan is renewed and paid by itself when it ends, until this is turned off.</source>
        <translation>套餐到期时自动续费并支付，直到关闭此项。</translation>
    </message>
    <message>
        <source>Earlier operation</source>
        <translation>先前的任务</translation>
    </message>
    <message>
        <source>Edit remark</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Edit the rule, or open it with the version of SimDesk that wrote it.</source>
        <translation>请编辑此规则，或用写入它的 SimDesk 版本打开。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Enlarge pool</source>
        <translation>扩池</translation>
    </message>
    <message>
        <source>Enlarge the pool by {size}</source>
        <translation>扩池 {size}</translation>
    </message>
    <message>
        <source>Expected {wanted}.</source>
        <translation>应为{wanted}。</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export 1 card</source>
        <translation>导出 1 张卡</translation>
    </message>
    <message>
        <source>Export ID</source>
        <translation>导出编号</translation>
    </message>
    <message>
        <source>Export again.</source>
        <translation>请重新导出。</translation>
    </message>
    <message>
        <source>Export cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Export in the table of cards.</source>
        <translation>请在卡列表中导出。</translation>
    </message>
    <message>
        <source>Export {count} cards</source>
        <translation>导出 {count} 张卡</translation>
    </message>
    <message>
        <source>Export {number} is not on the list.</source>
        <translation>列表中没有导出 {number}。</translation>
    </message>
    <message>
        <source>Exported 1 card to “{name}”.</source>
        <translation>已将 1 张卡导出到“{name}”。</translation>
    </message>
    <message>
        <source>Exported at</source>
        <translation>导出时间</translation>
    </message>
    <message>
        <source>Exported by</source>
        <translation>导出人</translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>Exported {count} cards to “{name}”.</source>
        <translation>已将 {count} 张卡导出到“{name}”。</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Fill in a row for each card on the sheet “{sheet}”, and save it.</source>
        <translation>在工作表“{sheet}”中为每张卡填写一行并保存。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>First on</source>
        <translation>首次日期</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>起始页面</translation>
    </message>
    <message>
        <source>First traffic</source>
        <translation>首话单激活</translation>
    </message>
    <message>
        <source>Flaws that were accepted</source>
        <translation>已接受的问题</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>前一摘要</translation>
    </message>
    <message>
        <source>Force Activate</source>
        <translation>强制激活</translation>
    </message>
    <message>
        <source>Force activate 1 card</source>
        <translation>强制激活 1 张卡</translation>
    </message>
    <message>
        <source>Force activate it if its pool needs the tier now; else nothing to do.</source>
        <translation>若流量池现在需要其档位，可强制激活；否则无需操作。</translation>
    </message>
    <message>
        <source>Force activate {count} cards</source>
        <translation>强制激活 {count} 张卡</translation>
    </message>
    <message>
        <source>Forced by operator</source>
        <translation>手动激活</translation>
    </message>
    <message>
        <source>Form of the seal</source>
        <translation>封存格式</translation>
    </message>
    <message>
        <source>Format version</source>
        <translation>格式版本</translation>
    </message>
    <message>
        <source>Free some space on its disk and try again.</source>
        <translation>请在其磁盘上腾出空间后重试。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>请腾出空间或另选文件夹，然后重试。</translation>
    </message>
    <message>
        <source>Free some space, then try again; nothing was changed.</source>
        <translation>请腾出空间后重试；未做任何改动。</translation>
    </message>
    <message>
        <source>From its activation on, each adds {tier} to the pool.</source>
        <translation>激活后，每张卡为流量池增加 {tier}。</translation>
    </message>
    <message>
        <source>From its activation on, each needs a function fee every month.</source>
        <translation>激活后，每张卡每月需一份月功能费。</translation>
    </message>
    <message>
        <source>Function fees</source>
        <translation>月功能费</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>Get the file again from where it was made, with this column formatted as text; formatting it now brings no digit back.</source>
        <translation>请从来源处将该列设为文本格式后重新获取文件；现在再改格式无法找回数字。</translation>
    </message>
    <message>
        <source>Give the new one another name with --fleet NAME.</source>
        <translation>请用 --fleet NAME 为新卡库另取名称。</translation>
    </message>
    <message>
        <source>Give yourself the right to write there, or choose another folder.</source>
        <translation>请取得该处的写入权限，或另选文件夹。</translation>
    </message>
    <message>
        <source>Go to that window, or open another fleet with --fleet NAME.</source>
        <translation>请切换到那个窗口，或用 --fleet NAME 打开另一个卡库。</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>监控组</translation>
    </message>
    <message>
        <source>Half year</source>
        <translation>半年度</translation>
    </message>
    <message>
        <source>Have the card registered with the carrier.</source>
        <translation>请到运营商处为此卡办理实名登记。</translation>
    </message>
    <message>
        <source>Held here as paid; no order for it</source>
        <translation>此处记为已支付；没有对应订单</translation>
    </message>
    <message>
        <source>Held here as paid; the order is not</source>
        <translation>此处记为已支付；订单未支付</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>How high the rows of the card table are.</source>
        <translation>卡列表的行高。</translation>
    </message>
    <message>
        <source>How to</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>ICCID</source>
        <translation>ICCID</translation>
    </message>
    <message>
        <source>ICCID or voucher</source>
        <translation>ICCID 或套餐凭证</translation>
    </message>
    <message>
        <source>ICCIDs are text. A cell that a spreadsheet program made a number has lost digits: SimDesk refuses it and says where it is.</source>
        <translation>ICCID 是文本。被表格软件变成数值的单元格已丢失数字：SimDesk 会拒绝它，并指出其位置。</translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation>IMEI</translation>
    </message>
    <message>
        <source>IMSI</source>
        <translation>IMSI</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>IP addresses changed</source>
        <translation>IP 地址变更</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>If it is needed sooner, ask the provider.</source>
        <translation>如需提前使用，请询问服务商。</translation>
    </message>
    <message>
        <source>If this row is a card, write its whole ICCID as text.</source>
        <translation>若此行是卡，请以文本写上完整的 ICCID。</translation>
    </message>
    <message>
        <source>In Use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>In doubt: no answer came, so it may or may not have taken effect. It is not sent again; “Settle doubts” looks at the provider to find out.</source>
        <translation>存疑：没有收到答复，可能已生效，也可能未生效。不会重复发送；“核实存疑项”会到服务商处查明。</translation>
    </message>
    <message>
        <source>In doubt; an order may still come</source>
        <translation>存疑；订单可能还会出现</translation>
    </message>
    <message>
        <source>In its free test period: no plan time is running.</source>
        <translation>处于免费测试期：套餐尚未开始计时。</translation>
    </message>
    <message>
        <source>In the sheet</source>
        <translation>表格中</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In use, but its plan ends on {when}.</source>
        <translation>使用中，但套餐将于 {when}到期。</translation>
    </message>
    <message>
        <source>In use, with {left} of {tier} left until {when}.</source>
        <translation>使用中，{tier} 流量还剩 {left}，有效期至 {when}。</translation>
    </message>
    <message>
        <source>In use; its plan has no expiry.</source>
        <translation>使用中；套餐没有到期时间。</translation>
    </message>
    <message>
        <source>In use; its plan runs until {when}.</source>
        <translation>使用中；套餐有效期至 {when}。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>套餐名称</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Inside quotes, write \ as \\.</source>
        <translation>引号内的 \ 写作 \\。</translation>
    </message>
    <message>
        <source>Install the newer version, or open another fleet.</source>
        <translation>请安装更新的版本，或打开另一个卡库。</translation>
    </message>
    <message>
        <source>Install what is missing; the README has a list.</source>
        <translation>请安装缺少的部分；README 中有清单。</translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation>实例 ID</translation>
    </message>
    <message>
        <source>Instead of it</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Is auto-renew off for the card there?</source>
        <translation>服务商处此卡的自动续费是否已关闭？</translation>
    </message>
    <message>
        <source>Is auto-renew on for the card there?</source>
        <translation>服务商处此卡的自动续费是否已开启？</translation>
    </message>
    <message>
        <source>Is automatic rebind of the card set there as it was asked for?</source>
        <translation>服务商处此卡的自动换绑复用是否已按要求设置？</translation>
    </message>
    <message>
        <source>Is the account cancelled there, or its cancellation requested since about {sent}?</source>
        <translation>服务商处此卡是否已销户，或约自 {sent} 起已申请销户？</translation>
    </message>
    <message>
        <source>Is the card in use there, and resumed since about {sent}?</source>
        <translation>服务商处此卡是否为使用中，且约自 {sent} 起复用？</translation>
    </message>
    <message>
        <source>Is the card suspended there, by hand, since about {sent}?</source>
        <translation>服务商处此卡是否约自 {sent} 起被主动停用？</translation>
    </message>
    <message>
        <source>Is there an order for the card there, at that price, made at about {sent}?</source>
        <translation>服务商处是否有此卡的订单，价格相同，时间约为 {sent}？</translation>
    </message>
    <message>
        <source>It begins when this SimDesk first opens the fleet: open it once.</source>
        <translation>审计从此版本 SimDesk 首次打开卡库时开始：请先打开一次。</translation>
    </message>
    <message>
        <source>It changed and is being read.</source>
        <translation>此卡已变化，正在读取。</translation>
    </message>
    <message>
        <source>It changed no card.</source>
        <translation>没有变更任何卡。</translation>
    </message>
    <message>
        <source>It costs more than was approved, or is no longer sold; nothing was sent.</source>
        <translation>价格高于批准时，或已停售；未发送任何请求。</translation>
    </message>
    <message>
        <source>It costs {cost}, but of today&apos;s spending limit of {cap} only {left} is left: {committed} is spent, reserved or in flight.</source>
        <translation>需支付 {cost}，但今日支出限额 {cap} 只剩 {left}：已支出、已预留和在途共 {committed}。</translation>
    </message>
    <message>
        <source>It depends on each sub-card.</source>
        <translation>取决于各子卡。</translation>
    </message>
    <message>
        <source>It ends by itself: silent when the test time is over, in use when the test data is used up.</source>
        <translation>自动结束：测试时间到期则转入静默期，测试流量用尽则转为使用中。</translation>
    </message>
    <message>
        <source>It has ended.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>It has not begun: until its time it can be revoked.</source>
        <translation>尚未开始：到时之前可撤回。</translation>
    </message>
    <message>
        <source>It has not ended yet.</source>
        <translation>尚未结束。</translation>
    </message>
    <message>
        <source>It is being stopped.</source>
        <translation>正在停止。</translation>
    </message>
    <message>
        <source>It is not known yet what became of it.</source>
        <translation>结果尚不清楚。</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>没有暂停。</translation>
    </message>
    <message>
        <source>It is paused already.</source>
        <translation>已经暂停。</translation>
    </message>
    <message>
        <source>It leaves no trace on the card.</source>
        <translation>不会在卡上留下痕迹。</translation>
    </message>
    <message>
        <source>It may or may not have taken effect: {why}</source>
        <translation>可能已生效，也可能未生效：{why}</translation>
    </message>
    <message>
        <source>It was changed here since the file was written.</source>
        <translation>文件写入后，此项在此处被改过。</translation>
    </message>
    <message>
        <source>It was held</source>
        <translation>此前已停下</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or open another fleet.</source>
        <translation>文件保持原样。请将其移走，或打开另一个卡库。</translation>
    </message>
    <message>
        <source>It was revoked before its time.</source>
        <translation>到时之前已撤回。</translation>
    </message>
    <message>
        <source>Its account is cancelled and its number is gone.</source>
        <translation>此卡已销户，号码已失效。</translation>
    </message>
    <message>
        <source>Its cancellation is already under way.</source>
        <translation>此卡正在销户。</translation>
    </message>
    <message>
        <source>Its cancellation is under way and finishes next month; until then it shows {status}.</source>
        <translation>此卡正在销户，次月完成；在此之前仍显示为{status}。</translation>
    </message>
    <message>
        <source>Its data for this cycle is used up ({tier}).</source>
        <translation>本周期流量（{tier}）已用尽。</translation>
    </message>
    <message>
        <source>Its first traffic activates it, or the system after its silent period.</source>
        <translation>产生首次流量即激活，或静默期结束后由系统激活。</translation>
    </message>
    <message>
        <source>Its first traffic activates it; the system does so on {when} at the earliest.</source>
        <translation>产生首次流量即激活；系统最早于 {when}激活。</translation>
    </message>
    <message>
        <source>Its order {number} is not paid.</source>
        <translation>其订单 {number} 未支付。</translation>
    </message>
    <message>
        <source>Its order {number} is paid.</source>
        <translation>其订单 {number} 已支付。</translation>
    </message>
    <message>
        <source>Its plan ended and was not renewed.</source>
        <translation>套餐已到期且未续费。</translation>
    </message>
    <message>
        <source>Its plan ended on {when} and was not renewed.</source>
        <translation>套餐已于 {when}到期且未续费。</translation>
    </message>
    <message>
        <source>Its real-name registration is missing.</source>
        <translation>未完成实名登记。</translation>
    </message>
    <message>
        <source>Its time came while SimDesk was closed.</source>
        <translation>预定时间到达时 SimDesk 未打开。</translation>
    </message>
    <message>
        <source>Its usage of this month reached its limit of {limit}.</source>
        <translation>本月用量已达上限 {limit}。</translation>
    </message>
    <message>
        <source>Its usage of this month reached its limit.</source>
        <translation>本月用量已达上限。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of commands that have others than usual: &quot;file.sync&quot; = &quot;F9&quot;.</source>
        <translation>快捷键不同于默认的命令：&quot;file.sync&quot; = &quot;F9&quot;。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Known are: {names}.</source>
        <translation>已知的有：{names}。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>最近检查</translation>
    </message>
    <message>
        <source>Last notified</source>
        <translation>最近通知</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>最近读取</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请去掉。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Ledger wrong: {count}</source>
        <translation>账目错误：{count}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Left in cycle</source>
        <translation>周期内剩余流量</translation>
    </message>
    <message>
        <source>Left in cycle (%)</source>
        <translation>周期内剩余流量（%）</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Let its name end in .xlsx or .csv, as --format says.</source>
        <translation>文件名须以 .xlsx 或 .csv 结尾，与 --format 一致。</translation>
    </message>
    <message>
        <source>Let its name end in .xlsx.</source>
        <translation>文件名须以 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>Let the rule watch something else, or delete it.</source>
        <translation>请让规则监控别的对象，或删除规则。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light or dark colours.</source>
        <translation>浅色或深色。</translation>
    </message>
    <message>
        <source>Limit in MB</source>
        <translation>上限（MB）</translation>
    </message>
    <message>
        <source>Limits changed</source>
        <translation>限额已更改</translation>
    </message>
    <message>
        <source>Limits of this desk</source>
        <translation>此工作台的限额</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>List all with: simdesk settings</source>
        <translation>用此命令列出全部：simdesk settings</translation>
    </message>
    <message>
        <source>List read</source>
        <translation>列表读取时间</translation>
    </message>
    <message>
        <source>Listed cards {words}</source>
        <translation>清单中的卡 {words}</translation>
    </message>
    <message>
        <source>Look at Sub-cards to see which are closed and why.</source>
        <translation>请在“子卡”中查看哪些已关停及原因。</translation>
    </message>
    <message>
        <source>Look at the new price and decide again.</source>
        <translation>请查看新价格后重新决定。</translation>
    </message>
    <message>
        <source>Look the card up at the provider before you act on it.</source>
        <translation>操作前请先到服务商处查看此卡。</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>MSISDN</source>
        <translation>MSISDN</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Made before this desk began</source>
        <translation>此工作台启用之前产生</translation>
    </message>
    <message>
        <source>Manually Deactivated</source>
        <translation>主动停用</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>Measured then</source>
        <translation>当时测量值</translation>
    </message>
    <message>
        <source>Merge the tag of 1 card</source>
        <translation>合并 1 张卡的标签</translation>
    </message>
    <message>
        <source>Merge the tag of {count} cards</source>
        <translation>合并 {count} 张卡的标签</translation>
    </message>
    <message>
        <source>Minutes between two backups of a fleet that changes, 5 to 1440. A large fleet is copied less often, in proportion to its size.</source>
        <translation>有变动的卡库两次备份之间的分钟数，5 至 1440。大卡库按其大小相应减少备份次数。</translation>
    </message>
    <message>
        <source>Minutes between two syncs while a fleet is open, 5 to 1440; 0: only when asked.</source>
        <translation>卡库打开期间两次同步之间的分钟数，5 至 1440；0 表示仅手动同步。</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月度</translation>
    </message>
    <message>
        <source>Monthly backups kept</source>
        <translation>保留的每月备份</translation>
    </message>
    <message>
        <source>Monthly function fee</source>
        <translation>月功能费</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Months of which the last backup is kept, 0 to 120.</source>
        <translation>保留最后一个备份的月数，0 至 120。</translation>
    </message>
    <message>
        <source>Moved to another device during its test period, so it was closed.</source>
        <translation>测试期内更换了设备，因此被停用。</translation>
    </message>
    <message>
        <source>Moved to another device than the one it is bound to.</source>
        <translation>已换到绑定设备以外的设备上。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需人工处理</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络制式</translation>
    </message>
    <message>
        <source>Never used yet: no plan time is running.</source>
        <translation>尚未使用过：套餐尚未开始计时。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>New purchase</source>
        <translation>新购</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No answer came within the time limit.</source>
        <translation>时限内没有收到答复。</translation>
    </message>
    <message>
        <source>No answer, and the effect comes late</source>
        <translation>没有答复，且延迟生效</translation>
    </message>
    <message>
        <source>No cancellation was asked for.</source>
        <translation>没有申请过销户。</translation>
    </message>
    <message>
        <source>No card is eligible for this.</source>
        <translation>没有可执行此操作的卡。</translation>
    </message>
    <message>
        <source>No card is in doubt.</source>
        <translation>没有存疑的卡。</translation>
    </message>
    <message>
        <source>No card number stands in what was dropped.</source>
        <translation>拖入的内容中没有卡号。</translation>
    </message>
    <message>
        <source>No card tells the voucher&apos;s limit; look it up.</source>
        <translation>没有卡显示套餐凭证的上限；请到服务商处查看。</translation>
    </message>
    <message>
        <source>No card was refused or left unchanged.</source>
        <translation>没有被拒绝或未变更的卡。</translation>
    </message>
    <message>
        <source>No column tells the ICCID.</source>
        <translation>没有 ICCID 列。</translation>
    </message>
    <message>
        <source>No copies</source>
        <translation>不复制</translation>
    </message>
    <message>
        <source>No person is asked about it.</source>
        <translation>此项不需要人工处理。</translation>
    </message>
    <message>
        <source>No program could be found to open “{path}”.</source>
        <translation>找不到可打开“{path}”的程序。</translation>
    </message>
    <message>
        <source>No program on this computer opens “{path}”.</source>
        <translation>此计算机上没有可打开“{path}”的程序。</translation>
    </message>
    <message>
        <source>No sync has observed a change yet.</source>
        <translation>尚无同步发现过变化。</translation>
    </message>
    <message>
        <source>No voucher with a pool has been read yet.</source>
        <translation>尚未读取任何有流量池的套餐凭证。</translation>
    </message>
    <message>
        <source>No window can be shown here.</source>
        <translation>此处无法显示窗口。</translation>
    </message>
    <message>
        <source>Nobody: a cancellation cannot be taken back.</source>
        <translation>无人可以：销户不可撤回。</translation>
    </message>
    <message>
        <source>Nobody: a cancellation is final.</source>
        <translation>无人可以：销户不可恢复。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None: every call goes well</source>
        <translation>无：每次调用都正常</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Not asked for here</source>
        <translation>不是在此处提出</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>Not brought back, for some of their cells could not be read: {fields}. Put those cells right and open the spreadsheet again.</source>
        <translation>未导回，因为部分单元格无法读取：{fields}。请改正这些单元格后重新打开表格。</translation>
    </message>
    <message>
        <source>Not certified</source>
        <translation>未认证</translation>
    </message>
    <message>
        <source>Not in the provider&apos;s list since {since}.</source>
        <translation>自 {since} 起不在服务商列表中。</translation>
    </message>
    <message>
        <source>Not listed since</source>
        <translation>自此不再列出</translation>
    </message>
    <message>
        <source>Not one row is a card. Cell {cell}: {why}</source>
        <translation>没有一行是卡。单元格 {cell}：{why}</translation>
    </message>
    <message>
        <source>Not possible while it is {status}.</source>
        <translation>状态为{status}时无法执行。</translation>
    </message>
    <message>
        <source>Not sent: {why}</source>
        <translation>未发送：{why}</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Nothing follows “{mark}”.</source>
        <translation>“{mark}”后没有内容。</translation>
    </message>
    <message>
        <source>Nothing is sent at present.</source>
        <translation>目前不发送任何请求。</translation>
    </message>
    <message>
        <source>Nothing lies between {low} and {high}.</source>
        <translation>{low} 与 {high} 之间没有值。</translation>
    </message>
    <message>
        <source>Nothing moves at present; no time can be told.</source>
        <translation>目前没有进展；无法估计时间。</translation>
    </message>
    <message>
        <source>Nothing of it is to be seen; it can no longer happen.</source>
        <translation>没有任何迹象；也不可能再发生。</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>无需操作。</translation>
    </message>
    <message>
        <source>Nothing to do: auto-renew is on. Keep money for it.</source>
        <translation>无需操作：自动续费已开启。请保证余额充足。</translation>
    </message>
    <message>
        <source>Nothing was sent. Look at the preview with the new price.</source>
        <translation>未发送任何请求。请查看新价格下的预览。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知数</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Notifies</source>
        <translation>推送规则</translation>
    </message>
    <message>
        <source>Notify on the desktop</source>
        <translation>桌面通知</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Of the pool of {voucher} no daily figures are kept: nothing can be said.</source>
        <translation>套餐凭证 {voucher} 的流量池没有每日数据：无法试算。</translation>
    </message>
    <message>
        <source>Of {count} card(s) some days are not known; these count as nothing used.</source>
        <translation>{count} 张卡有部分日期无数据；这些日期按无用量计。</translation>
    </message>
    <message>
        <source>Of {count} card(s) the provider counts the cycle otherwise than by these days.</source>
        <translation>{count} 张卡的周期由服务商按其他方式统计，与每日数据不同。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Older records…</source>
        <translation>更早的记录…</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>On the desk</source>
        <translation>工作台上</translation>
    </message>
    <message>
        <source>On this desk</source>
        <translation>工作台数据</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>每天一次</translation>
    </message>
    <message>
        <source>Once per plan cycle</source>
        <translation>每个套餐周期一次</translation>
    </message>
    <message>
        <source>One ICCID in each row, 20 characters, such as {example}. The column is formatted as text: spreadsheet programs keep 15 digits of a number. Paste values only.</source>
        <translation>每行一个 ICCID，20 位，例如 {example}。该列为文本格式：表格软件只保留数字的 15 位。请只粘贴值。</translation>
    </message>
    <message>
        <source>One of the first {count} did not go as expected: {why}</source>
        <translation>前 {count} 张中有一张结果与预期不符：{why}</translation>
    </message>
    <message>
        <source>Only Stopped or Manually Deactivated cards can be cancelled; its status is {status}.</source>
        <translation>只有已停机或主动停用的卡可以销户；此卡状态为{status}。</translation>
    </message>
    <message>
        <source>Only a card in use can be suspended; its status is {status}.</source>
        <translation>只有使用中的卡可以停用；此卡状态为{status}。</translation>
    </message>
    <message>
        <source>Only an inactive card can be force activated; its status is {status}.</source>
        <translation>只有未使用的卡可以强制激活；此卡状态为{status}。</translation>
    </message>
    <message>
        <source>Only fields that both sides tell are compared: {count} of {all}.</source>
        <translation>只比对双方都有的字段：{all} 个中的 {count} 个。</translation>
    </message>
    <message>
        <source>Only inactive cards of same-tier pools can be force activated.</source>
        <translation>只有同档位池中未使用的卡可以强制激活。</translation>
    </message>
    <message>
        <source>Only one value can be compared with.</source>
        <translation>只能与一个值比较。</translation>
    </message>
    <message>
        <source>Only ours</source>
        <translation>仅我方有</translation>
    </message>
    <message>
        <source>Only pooled plans have function fees.</source>
        <translation>只有统付池套餐有月功能费。</translation>
    </message>
    <message>
        <source>Only smart cards have sub-cards to name.</source>
        <translation>只有多网卡才能指定子卡。</translation>
    </message>
    <message>
        <source>Only the carrier can lift it.</source>
        <translation>只有运营商可以解除。</translation>
    </message>
    <message>
        <source>Only the provider can say what became of it.</source>
        <translation>只有服务商知道此卡的下落。</translation>
    </message>
    <message>
        <source>Only the provider can say what it means.</source>
        <translation>只有服务商知道其含义。</translation>
    </message>
    <message>
        <source>Only theirs</source>
        <translation>仅服务商有</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>仅这些</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open it in SimDesk: File, Open spreadsheet.</source>
        <translation>在 SimDesk 中打开：“文件”菜单的“打开表格”。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it anew as xlsx or csv.</source>
        <translation>请用表格软件打开，重新存为 xlsx 或 csv。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it without a password.</source>
        <translation>请用表格软件打开，去掉密码后保存。</translation>
    </message>
    <message>
        <source>Open it with that version, or update this one.</source>
        <translation>请用该版本打开，或更新此程序。</translation>
    </message>
    <message>
        <source>Open it with the version of SimDesk that wrote it.</source>
        <translation>请用写入它的 SimDesk 版本打开。</translation>
    </message>
    <message>
        <source>Open the spreadsheet again.</source>
        <translation>请重新打开表格。</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Operation continued</source>
        <translation>任务已继续</translation>
    </message>
    <message>
        <source>Operation paused</source>
        <translation>任务已暂停</translation>
    </message>
    <message>
        <source>Operation settled</source>
        <translation>任务已了结</translation>
    </message>
    <message>
        <source>Operation started</source>
        <translation>任务已开始</translation>
    </message>
    <message>
        <source>Operation stopped</source>
        <translation>任务已停止</translation>
    </message>
    <message>
        <source>Operation under way</source>
        <translation>任务进行中</translation>
    </message>
    <message>
        <source>Operation {number}</source>
        <translation>任务 {number}</translation>
    </message>
    <message>
        <source>Operation {subject} is not as it was when it was settled.</source>
        <translation>任务 {subject} 与了结时不同。</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Order {number} has not been read.</source>
        <translation>尚未读取订单 {number}。</translation>
    </message>
    <message>
        <source>Order {number} is {state}.</source>
        <translation>订单 {number} 的状态为{state}。</translation>
    </message>
    <message>
        <source>Order {order} waits unpaid: {reason} Pay or close it when you have looked at it.</source>
        <translation>订单 {order} 待支付：{reason}请查看后支付或关闭。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Orders compared</source>
        <translation>已对账的订单</translation>
    </message>
    <message>
        <source>Orders exported</source>
        <translation>订单已导出</translation>
    </message>
    <message>
        <source>Orders only the provider knows</source>
        <translation>只有服务商知道的订单</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outcome decided by a person</source>
        <translation>结果由人工判定</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Outside the plan</source>
        <translation>套餐外用量</translation>
    </message>
    <message>
        <source>Overage</source>
        <translation>套餐外费用</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Paid (Asia/Shanghai)</source>
        <translation>支付时间（Asia/Shanghai）</translation>
    </message>
    <message>
        <source>Paid after the orders were last read</source>
        <translation>最近一次读取订单之后支付</translation>
    </message>
    <message>
        <source>Paid here</source>
        <translation>此处支付</translation>
    </message>
    <message>
        <source>Paid twice</source>
        <translation>重复支付</translation>
    </message>
    <message>
        <source>Paid, order not read yet</source>
        <translation>已支付，订单尚未读取</translation>
    </message>
    <message>
        <source>Paid: order {order}.</source>
        <translation>已支付：订单 {order}。</translation>
    </message>
    <message>
        <source>Paid: order {order}. The cards come within a business day.</source>
        <translation>已支付：订单 {order}。卡将在一个工作日内到达。</translation>
    </message>
    <message>
        <source>Paid: order {order}. The function fees count.</source>
        <translation>已支付：订单 {order}。月功能费已计入。</translation>
    </message>
    <message>
        <source>Paid: order {order}. The pool has grown.</source>
        <translation>已支付：订单 {order}。流量池已扩容。</translation>
    </message>
    <message>
        <source>Partially in use</source>
        <translation>部分使用中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused by the operator.</source>
        <translation>由操作员暂停。</translation>
    </message>
    <message>
        <source>Paused: {why}</source>
        <translation>已暂停：{why}</translation>
    </message>
    <message>
        <source>Pay an order</source>
        <translation>支付订单</translation>
    </message>
    <message>
        <source>Pay order {number}</source>
        <translation>支付订单 {number}</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Percent of a pool closed in a day at most</source>
        <translation>每日停用或销户占流量池的最大百分比</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>周期数</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Place in the operation</source>
        <translation>在任务中的序号</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
    <message>
        <source>Plan expires</source>
        <translation>套餐到期时间</translation>
    </message>
    <message>
        <source>Plan expiry</source>
        <translation>套餐到期</translation>
    </message>
    <message>
        <source>Plan type</source>
        <translation>套餐类型</translation>
    </message>
    <message>
        <source>Plan voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Plan voucher “{words}”: “{part}” cannot be read.</source>
        <translation>套餐凭证“{words}”：无法识别“{part}”。</translation>
    </message>
    <message>
        <source>Please report it with the pictures taken so far.</source>
        <translation>请连同已拍的图片一起反馈。</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>请反馈此问题。</translation>
    </message>
    <message>
        <source>Pluggable, double-cut, consumer</source>
        <translation>插拔双切卡（消费级）</translation>
    </message>
    <message>
        <source>Pluggable, double-cut, industrial</source>
        <translation>插拔双切卡（工业级）</translation>
    </message>
    <message>
        <source>Pluggable, full size, consumer</source>
        <translation>插拔大卡（消费级）</translation>
    </message>
    <message>
        <source>Pluggable, full size, industrial</source>
        <translation>插拔大卡（工业级）</translation>
    </message>
    <message>
        <source>Pluggable, triple-cut, consumer</source>
        <translation>插拔三切卡（消费级）</translation>
    </message>
    <message>
        <source>Pluggable, triple-cut, industrial</source>
        <translation>插拔三切卡（工业级）</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>流量池</translation>
    </message>
    <message>
        <source>Pool ID</source>
        <translation>池编号</translation>
    </message>
    <message>
        <source>Pool total</source>
        <translation>池总量</translation>
    </message>
    <message>
        <source>Pool usage</source>
        <translation>流量池用量</translation>
    </message>
    <message>
        <source>Pool used</source>
        <translation>流量池用量</translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation>统付池</translation>
    </message>
    <message>
        <source>Pooled directional</source>
        <translation>统付定向池</translation>
    </message>
    <message>
        <source>Pooled plans have no expiry to renew.</source>
        <translation>统付池套餐没有到期时间，无需续费。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Private segment</source>
        <translation>私网网段</translation>
    </message>
    <message>
        <source>Private segment changed</source>
        <translation>私网网段变更</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Provider&apos;s order</source>
        <translation>服务商订单</translation>
    </message>
    <message>
        <source>Purchase add-on package</source>
        <translation>购买加油包</translation>
    </message>
    <message>
        <source>Purchase an add-on package if it is needed sooner.</source>
        <translation>如需提前使用，请购买加油包。</translation>
    </message>
    <message>
        <source>Purchase an add-on package to keep it on.</source>
        <translation>购买加油包以保持使用。</translation>
    </message>
    <message>
        <source>Purchase answered</source>
        <translation>购买已答复</translation>
    </message>
    <message>
        <source>Purchase asked for</source>
        <translation>购买已提出</translation>
    </message>
    <message>
        <source>Purchase decided by a person</source>
        <translation>购买由人工判定</translation>
    </message>
    <message>
        <source>Purchase {subject} is not as the audit recorded it.</source>
        <translation>购买 {subject} 与审计记录不同。</translation>
    </message>
    <message>
        <source>Push rule</source>
        <translation>推送规则</translation>
    </message>
    <message>
        <source>Put a backup in its place, or open another fleet.</source>
        <translation>请用备份替换，或打开另一个卡库。</translation>
    </message>
    <message>
        <source>Put a blank behind the quote; inside quotes, write &quot; as \&quot;.</source>
        <translation>请在引号后加空格；引号内的 &quot; 写作 \&quot;。</translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away.</source>
        <translation>请放回文件的副本，或将其移走。</translation>
    </message>
    <message>
        <source>Put back the file that came with SimDesk.</source>
        <translation>请放回 SimDesk 自带的文件。</translation>
    </message>
    <message>
        <source>Put it to use before {day}, or its plan time starts anyway.</source>
        <translation>请在 {day}前投入使用，否则套餐也会开始计时。</translation>
    </message>
    <message>
        <source>Put the two files of a fleet back together.</source>
        <translation>请将同一卡库的两个文件放回一起。</translation>
    </message>
    <message>
        <source>Qt, which draws the windows, does not load: {why}.</source>
        <translation>用于绘制窗口的 Qt 无法加载：{why}。</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Rate version</source>
        <translation>资费版本</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Read all cards from the provider at the start.</source>
        <translation>启动时从服务商读取全部卡。</translation>
    </message>
    <message>
        <source>Reading details and usage</source>
        <translation>正在读取详情和用量</translation>
    </message>
    <message>
        <source>Reading the file needs more memory than it may.</source>
        <translation>读取此文件所需内存超出限制。</translation>
    </message>
    <message>
        <source>Reading the file takes more memory than it may.</source>
        <translation>读取此文件占用内存超出限制。</translation>
    </message>
    <message>
        <source>Reading the list of cards</source>
        <translation>正在读取卡列表</translation>
    </message>
    <message>
        <source>Reading “{file}” took too long and was given up.</source>
        <translation>读取“{file}”耗时过长，已放弃。</translation>
    </message>
    <message>
        <source>Real-name</source>
        <translation>实名认证</translation>
    </message>
    <message>
        <source>Real-name certified</source>
        <translation>实名认证</translation>
    </message>
    <message>
        <source>Real-name state changed</source>
        <translation>实名认证状态变更</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录号</translation>
    </message>
    <message>
        <source>Record {number} cannot be read: the file is damaged.</source>
        <translation>无法读取记录 {number}：文件已损坏。</translation>
    </message>
    <message>
        <source>Record {number} does not follow from record {before}.</source>
        <translation>记录 {number} 与前一条记录 {before} 不相接。</translation>
    </message>
    <message>
        <source>Record {number} is missing.</source>
        <translation>缺少记录 {number}。</translation>
    </message>
    <message>
        <source>Record {number} was altered: its digest does not fit what it tells.</source>
        <translation>记录 {number} 被改动：摘要与内容不符。</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Records from {number} on were cut off: record {anchored} was noted ({noted}).</source>
        <translation>自 {number} 起的记录被截去：留底中有记录 {anchored}（{noted}）。</translation>
    </message>
    <message>
        <source>Records from {since} on were written anew: record {anchored} is not the one that was noted ({noted}).</source>
        <translation>自 {since} 起的记录被重写：记录 {anchored} 与留底（{noted}）不符。</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Refresh the card; if it stays missing, ask the provider.</source>
        <translation>请刷新此卡；若仍缺失，请询问服务商。</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Refused, but an earlier attempt may have taken effect.</source>
        <translation>已拒绝，但先前的尝试可能已生效。</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>已拒绝：{reason}</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>周期内剩余流量</translation>
    </message>
    <message>
        <source>Remark changed at the provider</source>
        <translation>服务商处的备注变更</translation>
    </message>
    <message>
        <source>Remark edited</source>
        <translation>备注已编辑</translation>
    </message>
    <message>
        <source>Remark of 1 card</source>
        <translation>1 张卡的备注</translation>
    </message>
    <message>
        <source>Remark of 1 card written.</source>
        <translation>已写入 1 张卡的备注。</translation>
    </message>
    <message>
        <source>Remark of {count} cards</source>
        <translation>{count} 张卡的备注</translation>
    </message>
    <message>
        <source>Remark of {count} cards written.</source>
        <translation>已写入 {count} 张卡的备注。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remarks at the provider</source>
        <translation>服务商处的备注</translation>
    </message>
    <message>
        <source>Remove 1 line from the list</source>
        <translation>从列表移除 1 行</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请删除该字符。</translation>
    </message>
    <message>
        <source>Remove other tags first; nothing was changed.</source>
        <translation>请先移除其他标签；未做任何改动。</translation>
    </message>
    <message>
        <source>Remove the usage limit of the voucher</source>
        <translation>清除套餐凭证的用量上限</translation>
    </message>
    <message>
        <source>Remove {count} lines from the list</source>
        <translation>从列表移除 {count} 行</translation>
    </message>
    <message>
        <source>Renew it if it is still needed.</source>
        <translation>如仍需使用，请续费。</translation>
    </message>
    <message>
        <source>Renew it, or request its cancellation before the 20th.</source>
        <translation>请续费，或在 20 日前申请销户。</translation>
    </message>
    <message>
        <source>Renew its plan to keep it on.</source>
        <translation>续费以保持使用。</translation>
    </message>
    <message>
        <source>Renew its plan.</source>
        <translation>请续费。</translation>
    </message>
    <message>
        <source>Renew plan</source>
        <translation>续费</translation>
    </message>
    <message>
        <source>Request Account Cancellation</source>
        <translation>申请销户</translation>
    </message>
    <message>
        <source>Request cancellation of 1 card</source>
        <translation>申请销户 1 张卡</translation>
    </message>
    <message>
        <source>Request cancellation of {count} cards</source>
        <translation>申请销户 {count} 张卡</translation>
    </message>
    <message>
        <source>Request its cancellation before the 20th.</source>
        <translation>请在 20 日前申请销户。</translation>
    </message>
    <message>
        <source>Request its cancellation; from the 20th on next month is charged.</source>
        <translation>请申请销户；20 日起申请，次月照常计费。</translation>
    </message>
    <message>
        <source>Restores itself</source>
        <translation>自动复用</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>Resume 1 card</source>
        <translation>复用 1 张卡</translation>
    </message>
    <message>
        <source>Resume 1 sub-card</source>
        <translation>复用 1 张子卡</translation>
    </message>
    <message>
        <source>Resume Use</source>
        <translation>换绑复用</translation>
    </message>
    <message>
        <source>Resume Use if the move was meant; if not, find the card.</source>
        <translation>若换绑是有意的，请换绑复用；否则请找到这张卡。</translation>
    </message>
    <message>
        <source>Resume Use lifts a device-change suspension only; its status is {status}.</source>
        <translation>换绑复用只能解除换绑停用；此卡状态为{status}。</translation>
    </message>
    <message>
        <source>Resume it if it is needed sooner.</source>
        <translation>如需提前使用，请复用。</translation>
    </message>
    <message>
        <source>Resume it, or raise its limit.</source>
        <translation>请复用，或提高上限。</translation>
    </message>
    <message>
        <source>Resume it, or request its cancellation.</source>
        <translation>请复用，或申请销户。</translation>
    </message>
    <message>
        <source>Resume lifts a manual or usage-limit suspension only; its status is {status}.</source>
        <translation>复用只能解除主动停用或达量停用；此卡状态为{status}。</translation>
    </message>
    <message>
        <source>Resume use of 1 card</source>
        <translation>换绑复用 1 张卡</translation>
    </message>
    <message>
        <source>Resume use of 1 sub-card</source>
        <translation>换绑复用 1 张子卡</translation>
    </message>
    <message>
        <source>Resume use of {count} cards</source>
        <translation>换绑复用 {count} 张卡</translation>
    </message>
    <message>
        <source>Resume use of {count} sub-cards</source>
        <translation>换绑复用 {count} 张子卡</translation>
    </message>
    <message>
        <source>Resume {count} cards</source>
        <translation>复用 {count} 张卡</translation>
    </message>
    <message>
        <source>Resume {count} sub-cards</source>
        <translation>复用 {count} 张子卡</translation>
    </message>
    <message>
        <source>Resumption next month after a usage stop changed</source>
        <translation>达量停用后次月自动复用的设置变更</translation>
    </message>
    <message>
        <source>Revoke 1 cancellation</source>
        <translation>撤回 1 张卡的销户申请</translation>
    </message>
    <message>
        <source>Revoke for 1 card</source>
        <translation>撤回 1 张卡</translation>
    </message>
    <message>
        <source>Revoke for {count} cards</source>
        <translation>撤回 {count} 张卡</translation>
    </message>
    <message>
        <source>Revoke {count} cancellations</source>
        <translation>撤回 {count} 张卡的销户申请</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Row version</source>
        <translation>行版本</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows differ.</source>
        <translation>行不一致。</translation>
    </message>
    <message>
        <source>Rows of {subject} point to rows not there.</source>
        <translation>{subject} 中有行指向不存在的行。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule changed</source>
        <translation>规则已更改</translation>
    </message>
    <message>
        <source>Rule notification</source>
        <translation>规则通知</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>文件的 SHA-256</translation>
    </message>
    <message>
        <source>SIM card status</source>
        <translation>卡状态</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>SMS changed</source>
        <translation>短信功能变更</translation>
    </message>
    <message>
        <source>SMS used</source>
        <translation>短信用量</translation>
    </message>
    <message>
        <source>SQLite {version} has a rare bug that can damage a file; 3.51.3 and later do not.</source>
        <translation>SQLite {version} 有一个可能损坏文件的罕见缺陷；3.51.3 及以后没有。</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>安全模式</translation>
    </message>
    <message>
        <source>Safe mode cannot be left now.</source>
        <translation>现在不能退出安全模式。</translation>
    </message>
    <message>
        <source>Safe mode left</source>
        <translation>已退出安全模式</translation>
    </message>
    <message>
        <source>Safe mode was asked for.</source>
        <translation>已要求进入安全模式。</translation>
    </message>
    <message>
        <source>Same-tier pool</source>
        <translation>同档位池</translation>
    </message>
    <message>
        <source>Same-tier pool directional</source>
        <translation>同档位定向池</translation>
    </message>
    <message>
        <source>Save it as xlsx or csv in a spreadsheet program and open that.</source>
        <translation>请用表格软件存为 xlsx 或 csv 后再打开。</translation>
    </message>
    <message>
        <source>Save the sheet as csv, or split it into several files.</source>
        <translation>请将工作表存为 csv，或拆分为多个文件。</translation>
    </message>
    <message>
        <source>Save the sheet with the cards alone, or as csv.</source>
        <translation>请只保存有卡的工作表，或存为 csv。</translation>
    </message>
    <message>
        <source>Say which column holds the ICCIDs of the cards.</source>
        <translation>请指定哪一列是卡的 ICCID。</translation>
    </message>
    <message>
        <source>Seconds of UTC</source>
        <translation>UTC 秒数</translation>
    </message>
    <message>
        <source>Seen by sync</source>
        <translation>由同步发现</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>Selected cards</source>
        <translation>所选卡</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Sending continued after an error</source>
        <translation>出错后已继续发送</translation>
    </message>
    <message>
        <source>Sends are lost on their way</source>
        <translation>请求在途中丢失</translation>
    </message>
    <message>
        <source>Sent at</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Set automatic rebind</source>
        <translation>设置自动换绑复用</translation>
    </message>
    <message>
        <source>Set automatic rebind of 1 card</source>
        <translation>为 1 张卡设置自动换绑复用</translation>
    </message>
    <message>
        <source>Set automatic rebind of {count} cards</source>
        <translation>为 {count} 张卡设置自动换绑复用</translation>
    </message>
    <message>
        <source>Set the limits anew, group by group.</source>
        <translation>请逐组重新设置上限。</translation>
    </message>
    <message>
        <source>Set the usage limit of the voucher to {size}</source>
        <translation>将套餐凭证的用量上限设为 {size}</translation>
    </message>
    <message>
        <source>Set usage limit</source>
        <translation>设置用量上限</translation>
    </message>
    <message>
        <source>Set usage limit of 1 card</source>
        <translation>为 1 张卡设置用量上限</translation>
    </message>
    <message>
        <source>Set usage limit of {count} cards</source>
        <translation>为 {count} 张卡设置用量上限</translation>
    </message>
    <message>
        <source>Set. The voucher&apos;s cards are read again, so that it shows at each of them.</source>
        <translation>已设置。正在重新读取此套餐凭证的卡，以便逐卡显示。</translation>
    </message>
    <message>
        <source>Settle what is in doubt first.</source>
        <translation>请先核实存疑项。</translation>
    </message>
    <message>
        <source>Several cards have this number.</source>
        <translation>有多张卡使用此号码。</translation>
    </message>
    <message>
        <source>Several orders look like it: {numbers}.</source>
        <translation>有多笔相似订单：{numbers}。</translation>
    </message>
    <message>
        <source>Shares are of the tiers of today.</source>
        <translation>比例按现在的档位计算。</translation>
    </message>
    <message>
        <source>Shares are of the tiers of today; {count} card(s) had another one then.</source>
        <translation>比例按现在的档位计算；{count} 张卡当时档位不同。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>请缩短。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Silent period</source>
        <translation>静默期</translation>
    </message>
    <message>
        <source>Silent period ended</source>
        <translation>静默期结束激活</translation>
    </message>
    <message>
        <source>Silent period ends</source>
        <translation>静默期结束</translation>
    </message>
    <message>
        <source>SimDesk does not know this card&apos;s status.</source>
        <translation>SimDesk 不认识此卡的状态。</translation>
    </message>
    <message>
        <source>SimDesk ended before all was sent.</source>
        <translation>全部发送之前 SimDesk 已结束。</translation>
    </message>
    <message>
        <source>SimDesk ended before the answer came; the card is being asked.</source>
        <translation>收到答复之前 SimDesk 已结束；正在查询此卡。</translation>
    </message>
    <message>
        <source>SimDesk ended before the file was written.</source>
        <translation>SimDesk 在文件写完之前结束。</translation>
    </message>
    <message>
        <source>SimDesk is closing.</source>
        <translation>SimDesk 正在关闭。</translation>
    </message>
    <message>
        <source>SimDesk knows no provider “{name}”.</source>
        <translation>SimDesk 不认识服务商“{name}”。</translation>
    </message>
    <message>
        <source>Single-card</source>
        <translation>单卡</translation>
    </message>
    <message>
        <source>Single-card directional</source>
        <translation>单卡定向</translation>
    </message>
    <message>
        <source>Single-card plans have no pool; top up their cards.</source>
        <translation>单卡套餐没有流量池；请为卡充值。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size (MB)</source>
        <translation>大小（MB）</translation>
    </message>
    <message>
        <source>Size in KB</source>
        <translation>大小（KB）</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>灰蓝</translation>
    </message>
    <message>
        <source>Smart card</source>
        <translation>多网卡</translation>
    </message>
    <message>
        <source>Soldered 2x2, consumer</source>
        <translation>贴片卡 2x2（消费级）</translation>
    </message>
    <message>
        <source>Soldered 2x2, industrial</source>
        <translation>贴片卡 2x2（工业级）</translation>
    </message>
    <message>
        <source>Soldered 5x6, consumer</source>
        <translation>贴片卡 5x6（消费级）</translation>
    </message>
    <message>
        <source>Soldered 5x6, industrial</source>
        <translation>贴片卡 5x6（工业级）</translation>
    </message>
    <message>
        <source>Some of its sub-cards are in use, others are not.</source>
        <translation>部分子卡使用中，其余不是。</translation>
    </message>
    <message>
        <source>Some of these cards were tried again since the preview.</source>
        <translation>其中有些卡在预览后已重试过。</translation>
    </message>
    <message>
        <source>Someone else moved the order on.</source>
        <translation>订单状态已被他人改变。</translation>
    </message>
    <message>
        <source>Something follows the closing quote.</source>
        <translation>右引号后还有内容。</translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong ({kind}).</source>
        <translation>SimDesk 内部出错（{kind}）。</translation>
    </message>
    <message>
        <source>Something in SimDesk went wrong; nothing was written.</source>
        <translation>SimDesk 内部出错；没有写入任何内容。</translation>
    </message>
    <message>
        <source>Specific status</source>
        <translation>具体状态</translation>
    </message>
    <message>
        <source>Spending of a day at most</source>
        <translation>每日支出上限</translation>
    </message>
    <message>
        <source>Start SimDesk on a desktop, or use it without a window: simdesk --help lists how.</source>
        <translation>请在图形桌面上启动 SimDesk，或不使用窗口：simdesk --help 会列出方法。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State here</source>
        <translation>此处状态</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status change</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>Status of sub-card {iccid} changed</source>
        <translation>子卡 {iccid} 状态变更</translation>
    </message>
    <message>
        <source>Status {as_of}.</source>
        <translation>状态{as_of}。</translation>
    </message>
    <message>
        <source>Statuses it looks for</source>
        <translation>关注的状态</translation>
    </message>
    <message>
        <source>Still in use although its plan ended on {when}.</source>
        <translation>套餐已于 {when}到期，但仍在使用中。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停机</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Sub-cards: {count}</source>
        <translation>子卡：{count}</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Suspend 1 card</source>
        <translation>停用 1 张卡</translation>
    </message>
    <message>
        <source>Suspend 1 sub-card</source>
        <translation>停用 1 张子卡</translation>
    </message>
    <message>
        <source>Suspend {count} cards</source>
        <translation>停用 {count} 张卡</translation>
    </message>
    <message>
        <source>Suspend {count} sub-cards</source>
        <translation>停用 {count} 张子卡</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Suspended (abnormal)</source>
        <translation>异常停用</translation>
    </message>
    <message>
        <source>Suspended (credit control)</source>
        <translation>信控停用</translation>
    </message>
    <message>
        <source>Suspended (device change)</source>
        <translation>换绑停用</translation>
    </message>
    <message>
        <source>Suspended (device change, test period)</source>
        <translation>测试期换绑停用</translation>
    </message>
    <message>
        <source>Suspended (real-name)</source>
        <translation>实名停用</translation>
    </message>
    <message>
        <source>Suspended (usage limit)</source>
        <translation>达量停用</translation>
    </message>
    <message>
        <source>Suspended by an operator.</source>
        <translation>由操作员停用。</translation>
    </message>
    <message>
        <source>Suspended by an operator; its plan time runs on until {when}.</source>
        <translation>由操作员停用；套餐继续计时至 {when}。</translation>
    </message>
    <message>
        <source>Suspended by the carrier&apos;s credit control.</source>
        <translation>因运营商信控停用。</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync every</source>
        <translation>同步间隔</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>同步已停止</translation>
    </message>
    <message>
        <source>Sync the cards first.</source>
        <translation>请先同步卡。</translation>
    </message>
    <message>
        <source>Sync when a fleet is opened</source>
        <translation>打开卡库时同步</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>卡列表</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag changed</source>
        <translation>标签已更改</translation>
    </message>
    <message>
        <source>Tag {name}</source>
        <translation>标签 {name}</translation>
    </message>
    <message>
        <source>Tag “{before}” renamed to “{after}”</source>
        <translation>标签“{before}”改名为“{after}”</translation>
    </message>
    <message>
        <source>Tag “{name}” deleted</source>
        <translation>标签“{name}”已删除</translation>
    </message>
    <message>
        <source>Tag “{name}” merged</source>
        <translation>标签“{name}”已合并</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags at the provider</source>
        <translation>服务商处的标签</translation>
    </message>
    <message>
        <source>Tags changed at the provider</source>
        <translation>服务商处的标签变更</translation>
    </message>
    <message>
        <source>Tags edited</source>
        <translation>卡的标签已编辑</translation>
    </message>
    <message>
        <source>Tags of 1 card</source>
        <translation>1 张卡的标签</translation>
    </message>
    <message>
        <source>Tags of 1 card changed.</source>
        <translation>已更改 1 张卡的标签。</translation>
    </message>
    <message>
        <source>Tags of {count} cards</source>
        <translation>{count} 张卡的标签</translation>
    </message>
    <message>
        <source>Tags of {count} cards changed.</source>
        <translation>已更改 {count} 张卡的标签。</translation>
    </message>
    <message>
        <source>Take one with Ctrl, or one of F1 to F24.</source>
        <translation>请使用含 Ctrl 的组合键，或 F1 至 F24 之一。</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Tell on the desktop when long work has ended or failed behind other windows.</source>
        <translation>在其他窗口之后完成或失败的长时间工作，在桌面上通知。</translation>
    </message>
    <message>
        <source>Test data used up</source>
        <translation>测试流量超套激活</translation>
    </message>
    <message>
        <source>Test period</source>
        <translation>测试期</translation>
    </message>
    <message>
        <source>Testable</source>
        <translation>可测试</translation>
    </message>
    <message>
        <source>Text (*.csv)</source>
        <translation>文本 (*.csv)</translation>
    </message>
    <message>
        <source>That is no spreadsheet.</source>
        <translation>这不是表格。</translation>
    </message>
    <message>
        <source>That operation did not change the card.</source>
        <translation>那个任务没有变更此卡。</translation>
    </message>
    <message>
        <source>The accounts are closed for good and the numbers are lost.</source>
        <translation>账户永久关闭，号码不再保留。</translation>
    </message>
    <message>
        <source>The audit is broken at record {subject}.</source>
        <translation>审计在记录 {subject} 处断裂。</translation>
    </message>
    <message>
        <source>The backup is made and checked.</source>
        <translation>备份已完成并检查。</translation>
    </message>
    <message>
        <source>The backup was not made.</source>
        <translation>未能备份。</translation>
    </message>
    <message>
        <source>The backup “{path}” is not whole.</source>
        <translation>备份“{path}”不完好。</translation>
    </message>
    <message>
        <source>The card changed at the provider since the file was written.</source>
        <translation>文件写入后，此卡在服务商处有变动。</translation>
    </message>
    <message>
        <source>The card has changed since the preview; nothing was sent.</source>
        <translation>此卡在预览后已变化；未发送任何请求。</translation>
    </message>
    <message>
        <source>The card has no usage limit of its own.</source>
        <translation>此卡没有自身的用量上限。</translation>
    </message>
    <message>
        <source>The card is shown without it.</source>
        <translation>此卡照常显示，略去该项。</translation>
    </message>
    <message>
        <source>The card shows {status}.</source>
        <translation>此卡状态为{status}。</translation>
    </message>
    <message>
        <source>The card was acted on or changed again since.</source>
        <translation>此后此卡又被操作过或发生变化。</translation>
    </message>
    <message>
        <source>The card&apos;s account is cancelled.</source>
        <translation>此卡已销户。</translation>
    </message>
    <message>
        <source>The card&apos;s usage limit is {limit} MB.</source>
        <translation>此卡的用量上限为 {limit} MB。</translation>
    </message>
    <message>
        <source>The cards are those of the voucher today.</source>
        <translation>按今天属于此套餐凭证的卡统计。</translation>
    </message>
    <message>
        <source>The cards are those that carry the tag today, whoever carried it then.</source>
        <translation>按今天带有此标签的卡统计，不论当时如何。</translation>
    </message>
    <message>
        <source>The cards had {count} different limits before.</source>
        <translation>这些卡此前有 {count} 种不同的上限。</translation>
    </message>
    <message>
        <source>The cards of operation {subject} are not those that were approved.</source>
        <translation>任务 {subject} 中的卡与批准时不同。</translation>
    </message>
    <message>
        <source>The cards stop when their plans end.</source>
        <translation>套餐到期后卡将停机。</translation>
    </message>
    <message>
        <source>The carrier stops it any time now.</source>
        <translation>运营商随时会将其停机。</translation>
    </message>
    <message>
        <source>The carrier suspends it when its data is used up.</source>
        <translation>流量用尽时运营商将其停用。</translation>
    </message>
    <message>
        <source>The carrier turns requests down</source>
        <translation>运营商拒绝请求</translation>
    </message>
    <message>
        <source>The carrier&apos;s risk control closed it.</source>
        <translation>被运营商风控停用。</translation>
    </message>
    <message>
        <source>The carrier, once the registration is done.</source>
        <translation>运营商，实名登记完成后。</translation>
    </message>
    <message>
        <source>The carrier; it resumes by itself on {when}.</source>
        <translation>运营商；将于 {when}自动复用。</translation>
    </message>
    <message>
        <source>The check digit of IMEI {number} does not fit.</source>
        <translation>IMEI {number} 的校验位不符。</translation>
    </message>
    <message>
        <source>The clock of this PC is off by {minutes} minutes.</source>
        <translation>此计算机的时钟偏差 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>The clock on which it is told when something happened. Days, deadlines, expiries, usage and filters stay on the carriers’ calendar, Asia/Shanghai.</source>
        <translation>显示事件时间所用的时区。日期、期限、到期、用量和筛选始终按运营商的日历（Asia/Shanghai）。</translation>
    </message>
    <message>
        <source>The condition of the rule “{rule}” cannot be read: {stored}</source>
        <translation>无法读取规则“{rule}”的触发条件：{stored}</translation>
    </message>
    <message>
        <source>The csv file cannot be understood: {words}.</source>
        <translation>无法识别此 csv 文件：{words}。</translation>
    </message>
    <message>
        <source>The data is there at once and ends with the plan that runs now.</source>
        <translation>流量立即到账，随当前套餐一同到期。</translation>
    </message>
    <message>
        <source>The desk does not know this card.</source>
        <translation>工作台上没有这张卡。</translation>
    </message>
    <message>
        <source>The desk forgets what was done since: {operations} operations, {purchases} purchases, {records} audit records. What was sent stays done at the provider.</source>
        <translation>此后的内容将从工作台上消失：任务 {operations} 个，购买 {purchases} 笔，审计记录 {records} 条。已发送的请求在服务商处仍然有效。</translation>
    </message>
    <message>
        <source>The desk was restored from a backup of {at}. Compare it with the provider first.</source>
        <translation>工作台由 {at} 的备份恢复。请先与服务商比对。</translation>
    </message>
    <message>
        <source>The desk was restored from a backup; this may have been sent since.</source>
        <translation>工作台由备份恢复；此项可能在此后已发送。</translation>
    </message>
    <message>
        <source>The desk&apos;s file is being verified.</source>
        <translation>正在校验工作台文件。</translation>
    </message>
    <message>
        <source>The device lock is lifted. The next device that produces traffic becomes the bound one.</source>
        <translation>解除换绑锁定。下一台产生流量的设备成为绑定设备。</translation>
    </message>
    <message>
        <source>The disk is full: “{path}” could not be written.</source>
        <translation>磁盘已满：无法写入“{path}”。</translation>
    </message>
    <message>
        <source>The file does not tell when it was written: what changed here or at the provider since cannot be told from what was edited in it.</source>
        <translation>文件未注明写入时间：此后此处或服务商处的变动，无法与文件中的编辑区分。</translation>
    </message>
    <message>
        <source>The file has more than {most} parts.</source>
        <translation>文件的部件超过 {most} 个。</translation>
    </message>
    <message>
        <source>The file has no column of remarks, tags, usage limits or wished actions.</source>
        <translation>文件中没有备注、标签、用量上限或期望操作列。</translation>
    </message>
    <message>
        <source>The file has no sheet “{name}”.</source>
        <translation>文件中没有工作表“{name}”。</translation>
    </message>
    <message>
        <source>The file holds a document type declaration.</source>
        <translation>文件含有文档类型声明。</translation>
    </message>
    <message>
        <source>The file holds more than {most} MB once it is unpacked.</source>
        <translation>文件解压后超过 {most} MB。</translation>
    </message>
    <message>
        <source>The file holds parts where none may lie.</source>
        <translation>文件在不应有内容的位置含有部件。</translation>
    </message>
    <message>
        <source>The file is a binary workbook (xlsb).</source>
        <translation>文件为二进制工作簿（xlsb）。</translation>
    </message>
    <message>
        <source>The file is a web page or XML, whatever its name says.</source>
        <translation>无论名称如何，此文件是网页或 XML。</translation>
    </message>
    <message>
        <source>The file is a zip file without a workbook.</source>
        <translation>文件是不含工作簿的 zip 文件。</translation>
    </message>
    <message>
        <source>The file is an OpenDocument file, not xlsx.</source>
        <translation>文件为 OpenDocument 格式，不是 xlsx。</translation>
    </message>
    <message>
        <source>The file is damaged. Restore a backup.</source>
        <translation>文件已损坏。请恢复备份。</translation>
    </message>
    <message>
        <source>The file is damaged: its end is missing.</source>
        <translation>文件已损坏：缺少末尾。</translation>
    </message>
    <message>
        <source>The file is damaged: its part {name} cannot be read.</source>
        <translation>文件已损坏：无法读取其部件 {name}。</translation>
    </message>
    <message>
        <source>The file is damaged: {subject}</source>
        <translation>文件已损坏：{subject}</translation>
    </message>
    <message>
        <source>The file is in the format of Excel 97 (xls).</source>
        <translation>文件为 Excel 97 格式（xls）。</translation>
    </message>
    <message>
        <source>The file is larger than {most} MB.</source>
        <translation>文件超过 {most} MB。</translation>
    </message>
    <message>
        <source>The file is neither a workbook nor text in UTF-8, UTF-16 or GB18030.</source>
        <translation>文件既不是工作簿，也不是 UTF-8、UTF-16 或 GB18030 文本。</translation>
    </message>
    <message>
        <source>The file is protected by a password.</source>
        <translation>文件受密码保护。</translation>
    </message>
    <message>
        <source>The file is small and has {cells} cells.</source>
        <translation>文件很小，却有 {cells} 个单元格。</translation>
    </message>
    <message>
        <source>The file was changed since SimDesk was closed: {subject}.</source>
        <translation>SimDesk 关闭后文件被改动：{subject}。</translation>
    </message>
    <message>
        <source>The first of the two rows is shown.</source>
        <translation>显示两行中的前一行。</translation>
    </message>
    <message>
        <source>The first traffic month is after the last one.</source>
        <translation>起始流量月份晚于结束流量月份。</translation>
    </message>
    <message>
        <source>The fleet cannot be written to “{path}”: {why}.</source>
        <translation>无法将卡库写入“{path}”：{why}。</translation>
    </message>
    <message>
        <source>The language changes when all dialogs are closed.</source>
        <translation>所有对话框关闭后切换语言。</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>窗口的语言。</translation>
    </message>
    <message>
        <source>The last two starts failed within a minute; this one is safe.</source>
        <translation>最近两次启动都在一分钟内失败；此次为安全模式。</translation>
    </message>
    <message>
        <source>The limit is its voucher&apos;s: the card has none of its own to take away.</source>
        <translation>此上限属于套餐凭证：此卡没有自身的上限可清除。</translation>
    </message>
    <message>
        <source>The limits are set under Edit, Limits.</source>
        <translation>限额在“编辑”菜单的“限额”中设置。</translation>
    </message>
    <message>
        <source>The money of {subject} does not lie where its state says.</source>
        <translation>{subject} 的款项与其状态不符。</translation>
    </message>
    <message>
        <source>The name of a search</source>
        <translation>搜索名称</translation>
    </message>
    <message>
        <source>The named sub-cards are not its own.</source>
        <translation>指定的子卡不属于此卡。</translation>
    </message>
    <message>
        <source>The network is closed until the cards are resumed. Plan time keeps running and is charged.</source>
        <translation>网络关闭，直到卡被复用。套餐继续计时并计费。</translation>
    </message>
    <message>
        <source>The network opens again.</source>
        <translation>网络重新开通。</translation>
    </message>
    <message>
        <source>The number stands in a numeric cell as {words}. A spreadsheet program keeps 15 digits of a number and makes the rest zeros, so nobody can know which card is meant.</source>
        <translation>号码在数值单元格中显示为 {words}。表格软件只保留 15 位数字，其余变成零，因此无法得知是哪张卡。</translation>
    </message>
    <message>
        <source>The number stands in a numeric cell, of which a spreadsheet program keeps 15 digits: nobody can know which card is meant. Format the column as text at the source and copy it again.</source>
        <translation>号码在数值单元格中，表格软件只保留 15 位数字：无法得知是哪张卡。请在来源处将该列设为文本格式后重新复制。</translation>
    </message>
    <message>
        <source>The operation was stopped before its turn.</source>
        <translation>轮到此卡之前任务已停止。</translation>
    </message>
    <message>
        <source>The order costs something else</source>
        <translation>订单金额不同</translation>
    </message>
    <message>
        <source>The order says so.</source>
        <translation>订单状态即如此。</translation>
    </message>
    <message>
        <source>The order was refunded</source>
        <translation>订单已退款</translation>
    </message>
    <message>
        <source>The page that is shown when a fleet is opened.</source>
        <translation>打开卡库时显示的页面。</translation>
    </message>
    <message>
        <source>The page that was left</source>
        <translation>上次离开的页面</translation>
    </message>
    <message>
        <source>The plan expires on {day}.</source>
        <translation>套餐于 {day}到期。</translation>
    </message>
    <message>
        <source>The plan starts now and is charged; each card adds its tier to the pool. This cannot be taken back.</source>
        <translation>套餐立即开始并计费；每张卡为流量池增加其档位。不可撤回。</translation>
    </message>
    <message>
        <source>The plans bought run one after another, behind the one that runs now.</source>
        <translation>所购套餐接在当前套餐之后，逐个生效。</translation>
    </message>
    <message>
        <source>The pool grows by {size} at once, to {after}.</source>
        <translation>流量池立即增加 {size}，增至 {after}。</translation>
    </message>
    <message>
        <source>The pool grows by {size} at once.</source>
        <translation>流量池立即增加 {size}。</translation>
    </message>
    <message>
        <source>The pool is counted from the stored days of its cards of today.</source>
        <translation>流量池按其现有卡存下的每日数据统计。</translation>
    </message>
    <message>
        <source>The preview was too old when its turn came; nothing was sent.</source>
        <translation>轮到此卡时预览已过旧；未发送任何请求。</translation>
    </message>
    <message>
        <source>The price has risen since the preview.</source>
        <translation>预览后价格上涨。</translation>
    </message>
    <message>
        <source>The price is {price} now, {approved} was approved; nothing was sent.</source>
        <translation>现价为 {price}，批准时为 {approved}；未发送任何请求。</translation>
    </message>
    <message>
        <source>The price list has no price for “{voucher}”.</source>
        <translation>价目表中没有“{voucher}”的价格。</translation>
    </message>
    <message>
        <source>The price list “{path}” cannot be read: {why}.</source>
        <translation>无法读取价目表“{path}”：{why}。</translation>
    </message>
    <message>
        <source>The provider accepted it. {found}</source>
        <translation>服务商已受理。{found}</translation>
    </message>
    <message>
        <source>The provider asks for fewer calls</source>
        <translation>服务商要求降低调用频率</translation>
    </message>
    <message>
        <source>The provider asks for fewer calls.</source>
        <translation>服务商要求降低调用频率。</translation>
    </message>
    <message>
        <source>The provider does not accept {what}.</source>
        <translation>服务商不接受 {what}。</translation>
    </message>
    <message>
        <source>The provider does not list the card.</source>
        <translation>服务商没有列出此卡。</translation>
    </message>
    <message>
        <source>The provider does not sell it for this voucher now.</source>
        <translation>服务商目前不为此套餐凭证出售。</translation>
    </message>
    <message>
        <source>The provider does not sell this for its plan.</source>
        <translation>服务商不为此套餐出售该项。</translation>
    </message>
    <message>
        <source>The provider has no order for it.</source>
        <translation>服务商没有对应的订单。</translation>
    </message>
    <message>
        <source>The provider has not listed this card since {day}; what follows is old.</source>
        <translation>自 {day}起服务商不再列出此卡；以下为旧数据。</translation>
    </message>
    <message>
        <source>The provider knows no card {what}.</source>
        <translation>服务商没有卡 {what}。</translation>
    </message>
    <message>
        <source>The provider knows no voucher {what}.</source>
        <translation>服务商没有套餐凭证 {what}。</translation>
    </message>
    <message>
        <source>The provider lets nothing of this account through: {why}</source>
        <translation>服务商拒绝此账户的一切请求：{why}</translation>
    </message>
    <message>
        <source>The provider no longer lists this card.</source>
        <translation>服务商不再列出此卡。</translation>
    </message>
    <message>
        <source>The provider reports an error of its own.</source>
        <translation>服务商报告自身错误。</translation>
    </message>
    <message>
        <source>The provider reports status {code}, which SimDesk does not know.</source>
        <translation>服务商返回状态 {code}，SimDesk 不认识此状态。</translation>
    </message>
    <message>
        <source>The provider said done, but {wrong} of {count} cards do not show it: {finding}</source>
        <translation>服务商答复已完成，但 {count} 张卡中有 {wrong} 张未体现：{finding}</translation>
    </message>
    <message>
        <source>The provider took it; what comes of it shows later. It is not sent again.</source>
        <translation>服务商已受理；结果稍后显示。不会重复发送。</translation>
    </message>
    <message>
        <source>The provider&apos;s answer is not the end of it: each card is read back, which may take {minutes} minutes or more.</source>
        <translation>服务商的答复并非最终结果：每张卡都要回读，可能需要 {minutes} 分钟或更久。</translation>
    </message>
    <message>
        <source>The provider&apos;s servers fail</source>
        <translation>服务商的服务器故障</translation>
    </message>
    <message>
        <source>The quotes are empty.</source>
        <translation>引号内为空。</translation>
    </message>
    <message>
        <source>The range has no end at all.</source>
        <translation>范围的两端都缺失。</translation>
    </message>
    <message>
        <source>The remark that the card shall have, at most {most} characters; a blank cell takes it off.</source>
        <translation>此卡应有的备注，最多 {most} 个字符；留空则清除。</translation>
    </message>
    <message>
        <source>The report to send is {path}.</source>
        <translation>可供反馈的报告：{path}。</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>The rule needs a name.</source>
        <translation>规则须有名称。</translation>
    </message>
    <message>
        <source>The same ICCID stands in row {row} of “{sheet}” already.</source>
        <translation>同一 ICCID 已在“{sheet}”第 {row} 行出现。</translation>
    </message>
    <message>
        <source>The same was asked before and is not settled yet.</source>
        <translation>先前提出的同一请求尚未了结。</translation>
    </message>
    <message>
        <source>The search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>The settings count as they are at first: {trouble}</source>
        <translation>设置按默认值生效：{trouble}</translation>
    </message>
    <message>
        <source>The settings file is not written as TOML: {reason}.</source>
        <translation>设置文件不是有效的 TOML：{reason}。</translation>
    </message>
    <message>
        <source>The simulated world cannot be written: {why}.</source>
        <translation>无法写入模拟世界：{why}。</translation>
    </message>
    <message>
        <source>The sync has ended.</source>
        <translation>同步已结束。</translation>
    </message>
    <message>
        <source>The system cancels it after three months.</source>
        <translation>系统将在三个月后自动销户。</translation>
    </message>
    <message>
        <source>The tag “{name}” is watched by the rule {rules}.</source>
        <translation>标签“{name}”正被规则监控：{rules}。</translation>
    </message>
    <message>
        <source>The texts of the file need {size} MB.</source>
        <translation>文件中的文本需要 {size} MB。</translation>
    </message>
    <message>
        <source>The tour broke off: {what}.</source>
        <translation>演示中断：{what}。</translation>
    </message>
    <message>
        <source>The verification found a flaw: {first}</source>
        <translation>校验发现 1 处问题：{first}</translation>
    </message>
    <message>
        <source>The verification found {count} flaws: {first}</source>
        <translation>校验发现 {count} 处问题：{first}</translation>
    </message>
    <message>
        <source>The voucher&apos;s cards show the limit.</source>
        <translation>套餐凭证下的卡已显示此上限。</translation>
    </message>
    <message>
        <source>The workbook cannot be understood: {words}.</source>
        <translation>无法识别此工作簿：{words}。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>There is a fleet “{name}” already, in {folder}.</source>
        <translation>{folder} 中已有卡库“{name}”。</translation>
    </message>
    <message>
        <source>There is no day {words}.</source>
        <translation>没有 {words} 这一天。</translation>
    </message>
    <message>
        <source>There is no field “{key}”.</source>
        <translation>没有字段“{key}”。</translation>
    </message>
    <message>
        <source>There is no field “{name}”.</source>
        <translation>没有字段“{name}”。</translation>
    </message>
    <message>
        <source>There is no fleet “{name}” in {folder}.</source>
        <translation>{folder} 中没有卡库“{name}”。</translation>
    </message>
    <message>
        <source>There is no folder “{path}”.</source>
        <translation>没有文件夹“{path}”。</translation>
    </message>
    <message>
        <source>There is no row with a card below the titles.</source>
        <translation>标题行之下没有卡。</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>没有这个命令。</translation>
    </message>
    <message>
        <source>There is no such operation.</source>
        <translation>没有这个任务。</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>These are different accounts: “{before}” before, “{after}” after.</source>
        <translation>两者属于不同账户：之前为“{before}”，之后为“{after}”。</translation>
    </message>
    <message>
        <source>This cell</source>
        <translation>此单元格</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>此工作台</translation>
    </message>
    <message>
        <source>This is a copy to look at; what you change here is not kept.</source>
        <translation>这是供查看的副本；在此的改动不会保留。</translation>
    </message>
    <message>
        <source>This is a spreadsheet opened for review.</source>
        <translation>这是打开审阅的表格。</translation>
    </message>
    <message>
        <source>This is a spreadsheet: there is no provider to ask.</source>
        <translation>这是表格：没有可查询的服务商。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>This month {paid} cards may be active; {active} are.</source>
        <translation>本月可激活 {paid} 张卡；现有 {active} 张。</translation>
    </message>
    <message>
        <source>This month {paid} cards may be active; {active} are: {over} too many remain.</source>
        <translation>本月可激活 {paid} 张卡；现有 {active} 张：仍超出 {over} 张。</translation>
    </message>
    <message>
        <source>This month {units} more cards may be active.</source>
        <translation>本月可再激活 {units} 张卡。</translation>
    </message>
    <message>
        <source>This provider does not offer it.</source>
        <translation>该服务商不提供此操作。</translation>
    </message>
    <message>
        <source>This row has no ICCID.</source>
        <translation>此行没有 ICCID。</translation>
    </message>
    <message>
        <source>This rule is gone.</source>
        <translation>此规则已不存在。</translation>
    </message>
    <message>
        <source>This saved search is gone.</source>
        <translation>此已存搜索已不存在。</translation>
    </message>
    <message>
        <source>This tag is gone.</source>
        <translation>此标签已不存在。</translation>
    </message>
    <message>
        <source>This traffic time range cannot be exported.</source>
        <translation>此流量时间范围不能导出。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time (Asia/Shanghai)</source>
        <translation>时间（Asia/Shanghai）</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Time zone shown</source>
        <translation>显示时区</translation>
    </message>
    <message>
        <source>To find all that are not empty, write -{name}:none.</source>
        <translation>要查找所有不为空的，请写 -{name}:none。</translation>
    </message>
    <message>
        <source>To find empty ones, write {name}:none.</source>
        <translation>要查找为空的，请写 {name}:none。</translation>
    </message>
    <message>
        <source>To search for the sign itself, put it in quotes.</source>
        <translation>要搜索此符号本身，请放在引号中。</translation>
    </message>
    <message>
        <source>To search for the words themselves, put them in quotes.</source>
        <translation>要搜索这些词本身，请放在引号中。</translation>
    </message>
    <message>
        <source>Told before</source>
        <translation>此前已通知</translation>
    </message>
    <message>
        <source>Told of</source>
        <translation>会通知</translation>
    </message>
    <message>
        <source>Too many calls; it is sent again later.</source>
        <translation>调用过于频繁；稍后重新发送。</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Top-up does not apply to pooled plans: add cards or enlarge the pool.</source>
        <translation>统付池套餐不能充值：请补卡或扩池。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Traffic in cycle</source>
        <translation>周期内流量</translation>
    </message>
    <message>
        <source>Traffic months</source>
        <translation>流量月份</translation>
    </message>
    <message>
        <source>Traffic of {month}</source>
        <translation>{month} 流量</translation>
    </message>
    <message>
        <source>Turn auto-renew off</source>
        <translation>关闭自动续费</translation>
    </message>
    <message>
        <source>Turn auto-renew off for 1 card</source>
        <translation>为 1 张卡关闭自动续费</translation>
    </message>
    <message>
        <source>Turn auto-renew off for {count} cards</source>
        <translation>为 {count} 张卡关闭自动续费</translation>
    </message>
    <message>
        <source>Turn auto-renew on</source>
        <translation>开启自动续费</translation>
    </message>
    <message>
        <source>Turn auto-renew on for 1 card</source>
        <translation>为 1 张卡开启自动续费</translation>
    </message>
    <message>
        <source>Turn auto-renew on for {count} cards</source>
        <translation>为 {count} 张卡开启自动续费</translation>
    </message>
    <message>
        <source>Two columns tell the same field: {field}.</source>
        <translation>两列对应同一字段：{field}。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Under way: {what}</source>
        <translation>进行中：{what}</translation>
    </message>
    <message>
        <source>Unknown ({code})</source>
        <translation>未知（{code}）</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>待支付</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>Usage as of</source>
        <translation>用量截至</translation>
    </message>
    <message>
        <source>Usage as of {stamp}</source>
        <translation>用量截至 {stamp}</translation>
    </message>
    <message>
        <source>Usage in the plan cycle</source>
        <translation>套餐周期内用量</translation>
    </message>
    <message>
        <source>Usage limit</source>
        <translation>用量上限</translation>
    </message>
    <message>
        <source>Usage limit (MB)</source>
        <translation>用量上限（MB）</translation>
    </message>
    <message>
        <source>Usage limit of the voucher changed</source>
        <translation>套餐凭证的用量上限变更</translation>
    </message>
    <message>
        <source>Usage limit “{words}” is not possible.</source>
        <translation>用量上限不能是“{words}”。</translation>
    </message>
    <message>
        <source>Usage limits apply to same-tier and pooled plans only.</source>
        <translation>用量上限仅适用于同档位池和统付池套餐。</translation>
    </message>
    <message>
        <source>Usage of every day</source>
        <translation>每日用量</translation>
    </message>
    <message>
        <source>Usage of {day}</source>
        <translation>{day} 用量</translation>
    </message>
    <message>
        <source>Usage of {month}</source>
        <translation>{month} 用量</translation>
    </message>
    <message>
        <source>Usage read</source>
        <translation>用量读取时间</translation>
    </message>
    <message>
        <source>Used since</source>
        <translation>此后用量</translation>
    </message>
    <message>
        <source>Used since (MB)</source>
        <translation>此后用量（MB）</translation>
    </message>
    <message>
        <source>Used this month</source>
        <translation>本月已用</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Virtual carrier</source>
        <translation>虚拟运营商</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Voucher {name}</source>
        <translation>套餐凭证 {name}</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>套餐凭证</translation>
    </message>
    <message>
        <source>Wait: “{action}” is under way on this card.</source>
        <translation>请稍候：此卡的“{action}”正在进行。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waits for its time</source>
        <translation>等待预定时间</translation>
    </message>
    <message>
        <source>Waits until {moment}</source>
        <translation>等待至 {moment}</translation>
    </message>
    <message>
        <source>Was the card activated there since about {sent}, and did its plan begin?</source>
        <translation>服务商处此卡是否约自 {sent} 起激活，套餐是否已开始？</translation>
    </message>
    <message>
        <source>Was the device lock of the card lifted there since about {sent}?</source>
        <translation>服务商处此卡的换绑锁定是否约自 {sent} 起解除？</translation>
    </message>
    <message>
        <source>Watched by rules</source>
        <translation>监控规则</translation>
    </message>
    <message>
        <source>Weekly backups kept</source>
        <translation>保留的每周备份</translation>
    </message>
    <message>
        <source>Weeks of which the last backup is kept, 0 to 104.</source>
        <translation>保留最后一个备份的周数，0 至 104。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>What happened (JSON)</source>
        <translation>经过（JSON）</translation>
    </message>
    <message>
        <source>What is paid is not given back.</source>
        <translation>已支付的款项不退还。</translation>
    </message>
    <message>
        <source>What the card table of a fleet shows that was never arranged, from the left.</source>
        <translation>从未调整过的卡库，其卡列表从左起显示的列。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>When it is on, a device change no longer suspends the card.</source>
        <translation>开启后，换绑不再停用卡。</translation>
    </message>
    <message>
        <source>Where fleets are kept. Those that there are stay where they are.</source>
        <translation>卡库的存放位置。已有的卡库保持原位。</translation>
    </message>
    <message>
        <source>Where the system keeps data</source>
        <translation>系统存放数据的位置</translation>
    </message>
    <message>
        <source>Whole MB in a month, at which the card is suspended. 0 takes the card&apos;s own limit off; a blank cell changes nothing.</source>
        <translation>每月整数 MB，达到即停用该卡。0 清除此卡自身的上限；留空不改动。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Windows keeps this name for a device; take another.</source>
        <translation>Windows 将此名称保留给设备；请另取名称。</translation>
    </message>
    <message>
        <source>Wished action</source>
        <translation>期望操作</translation>
    </message>
    <message>
        <source>Without traffic since</source>
        <translation>无流量起始日</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Would have fired</source>
        <translation>会触发</translation>
    </message>
    <message>
        <source>Write &quot; at the end of the phrase.</source>
        <translation>请在短语末尾写上 &quot;。</translation>
    </message>
    <message>
        <source>Write -{name}:… for everything but.</source>
        <translation>要排除，请写 -{name}:…。</translation>
    </message>
    <message>
        <source>Write a date as 2026-12-31, or days from today: today, 30d (in 30 days), -7d (7 days ago).</source>
        <translation>日期请写作 2026-12-31，或距今天数：today、30d（30 天后）、-7d（7 天前）。</translation>
    </message>
    <message>
        <source>Write a number with a unit, such as 100MB or 1.5GB.</source>
        <translation>请写带单位的数字，例如 100MB 或 1.5GB。</translation>
    </message>
    <message>
        <source>Write an action such as “{suspend}” or “{resume}”.</source>
        <translation>请写操作，例如“{suspend}”或“{resume}”。</translation>
    </message>
    <message>
        <source>Write an ordinary : instead.</source>
        <translation>请写半角冒号（:）。</translation>
    </message>
    <message>
        <source>Write digits only, such as {name}:10.</source>
        <translation>请只写数字，例如 {name}:10。</translation>
    </message>
    <message>
        <source>Write for how many billing cycles: “{example}”.</source>
        <translation>请写明计费周期数：“{example}”。</translation>
    </message>
    <message>
        <source>Write it like 500 or 1,200.50.</source>
        <translation>请写作 500 或 1,200.50。</translation>
    </message>
    <message>
        <source>Write it like Ctrl+Shift+F5.</source>
        <translation>请写作 Ctrl+Shift+F5。</translation>
    </message>
    <message>
        <source>Write numbers without commas.</source>
        <translation>数字中请勿写逗号。</translation>
    </message>
    <message>
        <source>Write one of {tokens}.</source>
        <translation>请写其中之一：{tokens}。</translation>
    </message>
    <message>
        <source>Write one range: {name}:low..high</source>
        <translation>请写一个范围：{name}:low..high</translation>
    </message>
    <message>
        <source>Write remark of 1 card</source>
        <translation>写入 1 张卡的备注</translation>
    </message>
    <message>
        <source>Write remark of {count} cards</source>
        <translation>写入 {count} 张卡的备注</translation>
    </message>
    <message>
        <source>Write straight quotes: &quot;north gate&quot;.</source>
        <translation>请用直引号：&quot;north gate&quot;。</translation>
    </message>
    <message>
        <source>Write the limit into the column “Usage limit (MB)” instead.</source>
        <translation>请改为填写“用量上限（MB）”列。</translation>
    </message>
    <message>
        <source>Write the remark into the column “Remarks” instead.</source>
        <translation>请改为填写“备注”列。</translation>
    </message>
    <message>
        <source>Write the smaller end first.</source>
        <translation>请先写较小的一端。</translation>
    </message>
    <message>
        <source>Write the tags into the column “Tags” instead.</source>
        <translation>请改为填写“标签”列。</translation>
    </message>
    <message>
        <source>Write the whole number or its first six characters or more, such as {name}:898603.</source>
        <translation>请写完整号码或至少前六位，例如 {name}:898603。</translation>
    </message>
    <message>
        <source>Write whole megabytes, 1MB or more.</source>
        <translation>请写整数 MB，至少 1MB。</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>请写 yes 或 no。</translation>
    </message>
    <message>
        <source>Write {name}:…</source>
        <translation>请写 {name}:…</translation>
    </message>
    <message>
        <source>Write “{on}” or “{off}”.</source>
        <translation>请写“{on}”或“{off}”。</translation>
    </message>
    <message>
        <source>Writing the file broke off: the system ended it.</source>
        <translation>写入文件中断：被系统终止。</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>You can release it.</source>
        <translation>您可以换绑复用。</translation>
    </message>
    <message>
        <source>You can renew it; unrenewed, the carrier stops it.</source>
        <translation>可以续费；不续费则运营商将其停机。</translation>
    </message>
    <message>
        <source>You can renew it; unrenewed, the system cancels it for good on {when}.</source>
        <translation>可以续费；不续费则系统将于 {when}自动销户，且不可恢复。</translation>
    </message>
    <message>
        <source>You can resume it.</source>
        <translation>您可以复用。</translation>
    </message>
    <message>
        <source>You can resume it; it does so by itself on {when}.</source>
        <translation>您可以复用；也会于 {when}自动复用。</translation>
    </message>
    <message>
        <source>You can suspend it.</source>
        <translation>您可以停用。</translation>
    </message>
    <message>
        <source>a billing cycle: M or Y</source>
        <translation>计费周期：M 或 Y</translation>
    </message>
    <message>
        <source>a card of the voucher {name}</source>
        <translation>套餐凭证 {name} 的任意一张卡</translation>
    </message>
    <message>
        <source>a card tagged “{name}”</source>
        <translation>带有标签“{name}”的任意一张卡</translation>
    </message>
    <message>
        <source>a carrier: CM, CU, CT or AL</source>
        <translation>运营商：CM、CU、CT 或 AL</translation>
    </message>
    <message>
        <source>a data tier such as 100M or 2G</source>
        <translation>流量档位，例如 100M 或 2G</translation>
    </message>
    <message>
        <source>a plan type such as SC or UP</source>
        <translation>套餐类型，例如 SC 或 UP</translation>
    </message>
    <message>
        <source>a rate version: a number</source>
        <translation>资费版本：数字</translation>
    </message>
    <message>
        <source>activating</source>
        <translation>激活中</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等（另 {count} 个）</translation>
    </message>
    <message>
        <source>any card</source>
        <translation>任意一张卡</translation>
    </message>
    <message>
        <source>as of {at}</source>
        <translation>截至 {at}</translation>
    </message>
    <message>
        <source>as of {at}, 1 hour old</source>
        <translation>截至 {at}，1 小时前</translation>
    </message>
    <message>
        <source>as of {at}, {days} days old</source>
        <translation>截至 {at}，{days} 天前</translation>
    </message>
    <message>
        <source>as of {at}, {hours} hours old</source>
        <translation>截至 {at}，{hours} 小时前</translation>
    </message>
    <message>
        <source>auto-renew off</source>
        <translation>关闭自动续费中</translation>
    </message>
    <message>
        <source>auto-renew on</source>
        <translation>开启自动续费中</translation>
    </message>
    <message>
        <source>below {high}</source>
        <translation>低于 {high}</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>销户中</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>变更中</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>data_folder: there is no folder “{folder}”; {own} is used.</source>
        <translation>data_folder：没有文件夹“{folder}”；改用 {own}。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>expires today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>expires today or tomorrow</source>
        <translation>今天或明天到期</translation>
    </message>
    <message>
        <source>expires today or within {days} days</source>
        <translation>今天或 {days} 天内到期</translation>
    </message>
    <message>
        <source>expires within 1 day</source>
        <translation>1 天内到期</translation>
    </message>
    <message>
        <source>expires within {days} days</source>
        <translation>{days} 天内到期</translation>
    </message>
    <message>
        <source>five parts joined by _ or -</source>
        <translation>五段，以 _ 或 - 连接</translation>
    </message>
    <message>
        <source>has become {statuses}</source>
        <translation>状态变为{statuses}</translation>
    </message>
    <message>
        <source>has used {percent} % or more of its data tier (single-card plans only)</source>
        <translation>已用流量档位的 {percent}% 或以上（仅单卡套餐）</translation>
    </message>
    <message>
        <source>has used {size} or more in its plan cycle</source>
        <translation>在套餐周期内已用 {size} 或以上</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>无订单</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>无状态</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none: empty ones</source>
        <translation>none：为空</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>not {words}</source>
        <translation>非{words}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>pool used ≥ {percent} %</source>
        <translation>流量池已用 ≥ {percent}%</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>recoloured</source>
        <translation>已改颜色</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>renewing</source>
        <translation>续费中</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>复用中</translation>
    </message>
    <message>
        <source>setting limit</source>
        <translation>设置上限中</translation>
    </message>
    <message>
        <source>setting rebind</source>
        <translation>设置换绑中</translation>
    </message>
    <message>
        <source>status becomes {statuses}</source>
        <translation>状态变为{statuses}</translation>
    </message>
    <message>
        <source>suspending</source>
        <translation>停用中</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>tell me every time</source>
        <translation>每次都通知我</translation>
    </message>
    <message>
        <source>tell me once a day</source>
        <translation>每天通知我一次</translation>
    </message>
    <message>
        <source>tell me once a day for each card</source>
        <translation>每张卡每天通知我一次</translation>
    </message>
    <message>
        <source>tell me once a month</source>
        <translation>每月通知我一次</translation>
    </message>
    <message>
        <source>tell me once per plan cycle of the card</source>
        <translation>每张卡每个套餐周期通知我一次</translation>
    </message>
    <message>
        <source>this desk was restored and is not compared yet.</source>
        <translation>此工作台经过恢复，尚未比对。</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>today + {count} days</source>
        <translation>今天 + {count} 天</translation>
    </message>
    <message>
        <source>today - {count} days</source>
        <translation>今天 - {count} 天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>topping up</source>
        <translation>充值中</translation>
    </message>
    <message>
        <source>used in the cycle ≥ {size}</source>
        <translation>周期内用量 ≥ {size}</translation>
    </message>
    <message>
        <source>used ≥ {percent} % of the tier</source>
        <translation>已用 ≥ 档位的 {percent}%</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>what SimDesk begins with</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>when {card} {does}</source>
        <translation>{card}{does}时</translation>
    </message>
    <message>
        <source>when {percent} % or more of the pool of {voucher} is used</source>
        <translation>套餐凭证 {voucher} 的流量池已用 {percent}% 或以上时</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{action} of 1 card</source>
        <translation>{action}（1 张卡）</translation>
    </message>
    <message>
        <source>{action} of {count} cards</source>
        <translation>{action}（{count} 张卡）</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{carrier} / {plan} / {cycle} / rate {rate} / {last}</source>
        <translation>{carrier} / {plan} / {cycle} / 资费 {rate} / {last}</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张卡</translation>
    </message>
    <message>
        <source>{count} cards are accepted but not confirmed yet; see whether they take effect.</source>
        <translation>{count} 张卡已受理但尚未确认；请看是否生效。</translation>
    </message>
    <message>
        <source>{count} cards from a spreadsheet</source>
        <translation>来自表格的 {count} 张卡</translation>
    </message>
    <message>
        <source>{count} cycles</source>
        <translation>{count} 个周期</translation>
    </message>
    <message>
        <source>{count} files are too many at once.</source>
        <translation>一次 {count} 个文件太多。</translation>
    </message>
    <message>
        <source>{count} for a person</source>
        <translation>需人工处理 {count} 张</translation>
    </message>
    <message>
        <source>{count} in a row did not go as expected, the last: {why}</source>
        <translation>连续 {count} 张结果与预期不符，最后一张：{why}</translation>
    </message>
    <message>
        <source>{count} in doubt</source>
        <translation>存疑 {count} 张</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count} 个月</translation>
    </message>
    <message>
        <source>{count} new cards come within a business day, in their silent period.</source>
        <translation>{count} 张新卡将在一个工作日内到达，处于静默期。</translation>
    </message>
    <message>
        <source>{count} not started</source>
        <translation>未开始 {count} 张</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>已拒绝 {count} 张</translation>
    </message>
    <message>
        <source>{count} skipped</source>
        <translation>已跳过 {count} 张</translation>
    </message>
    <message>
        <source>{count} to be read back</source>
        <translation>待回读 {count} 张</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 份</translation>
    </message>
    <message>
        <source>{count} years</source>
        <translation>{count} 年</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>剩 {days} 天</translation>
    </message>
    <message>
        <source>{day} (MB)</source>
        <translation>{day}（MB）</translation>
    </message>
    <message>
        <source>{day} (in {count} days)</source>
        <translation>{day}（{count} 天后）</translation>
    </message>
    <message>
        <source>{day} (today)</source>
        <translation>{day}（今天）</translation>
    </message>
    <message>
        <source>{day} (tomorrow)</source>
        <translation>{day}（明天）</translation>
    </message>
    <message>
        <source>{day} (yesterday)</source>
        <translation>{day}（昨天）</translation>
    </message>
    <message>
        <source>{day} ({count} days ago)</source>
        <translation>{day}（{count} 天前）</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>{field}变更</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first}或{second}</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>{found} But the provider has no order for it since it was sent.</source>
        <translation>{found}但自发送以来服务商没有对应的订单。</translation>
    </message>
    <message>
        <source>{found} It can no longer take effect.</source>
        <translation>{found}已不可能再生效。</translation>
    </message>
    <message>
        <source>{found} Look it up at the provider: did the act of {sent} take effect?</source>
        <translation>{found}请到服务商处查看：{sent} 的操作是否已生效？</translation>
    </message>
    <message>
        <source>{key}: the version of the file is a whole number.</source>
        <translation>{key}：文件版本须为整数。</translation>
    </message>
    <message>
        <source>{key}: there is no such setting.</source>
        <translation>{key}：没有这项设置。</translation>
    </message>
    <message>
        <source>{key}: {why}.</source>
        <translation>{key}：{why}。</translation>
    </message>
    <message>
        <source>{key}: {why}; {instead} is used.</source>
        <translation>{key}：{why}；改用 {instead}。</translation>
    </message>
    <message>
        <source>{left} KB are left in the cycle.</source>
        <translation>周期内剩余 {left} KB。</translation>
    </message>
    <message>
        <source>{low} or more</source>
        <translation>{low} 及以上</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{message} {remedy}</source>
        <translation>{message}{remedy}</translation>
    </message>
    <message>
        <source>{moment} has already passed in this world.</source>
        <translation>在此模拟世界中 {moment} 已经过去。</translation>
    </message>
    <message>
        <source>{money} is no spending cap.</source>
        <translation>{money} 不能作为支出限额。</translation>
    </message>
    <message>
        <source>{month} total (MB)</source>
        <translation>{month} 合计（MB）</translation>
    </message>
    <message>
        <source>{month}: no data.</source>
        <translation>{month}：无数据。</translation>
    </message>
    <message>
        <source>{month}: nothing used in {days} days.</source>
        <translation>{month}：{days} 天无用量。</translation>
    </message>
    <message>
        <source>{month}: {total} over {days} days, most {most} on {day}.</source>
        <translation>{month}：{days} 天共 {total}，最多 {most}（{day}）。</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>无法打开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} has no ranges.</source>
        <translation>{name} 没有范围。</translation>
    </message>
    <message>
        <source>{name}: any</source>
        <translation>{name}：不限</translation>
    </message>
    <message>
        <source>{name}: none</source>
        <translation>{name}：无</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}：{low} 至 {high}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}：{value}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
    <message>
        <source>{number} has 19 characters: the last one seems missing.</source>
        <translation>{number} 只有 19 位：似乎缺少最后一位。</translation>
    </message>
    <message>
        <source>{percent} % is no share of a pool.</source>
        <translation>{percent}% 不能作为流量池的比例。</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>已用 {percent}%</translation>
    </message>
    <message>
        <source>{price}</source>
        <translation>{price}</translation>
    </message>
    <message>
        <source>{price}, order {number}</source>
        <translation>{price}，订单 {number}</translation>
    </message>
    <message>
        <source>{state}, act in doubt</source>
        <translation>{state}，操作存疑</translation>
    </message>
    <message>
        <source>{state}: {why}</source>
        <translation>{state}：{why}</translation>
    </message>
    <message>
        <source>{step} It cannot be done from here: {reason}</source>
        <translation>{step}无法在此处执行：{reason}</translation>
    </message>
    <message>
        <source>{time} left, done about {clock}, read-back included</source>
        <translation>还需 {time}，约 {clock} 完成，含回读</translation>
    </message>
    <message>
        <source>{time} left, read-back included</source>
        <translation>还需 {time}，含回读</translation>
    </message>
    <message>
        <source>{title} (Asia/Shanghai)</source>
        <translation>{title}（Asia/Shanghai）</translation>
    </message>
    <message>
        <source>{title} (MB)</source>
        <translation>{title}（MB）</translation>
    </message>
    <message>
        <source>{title}: {value}, card {iccid}</source>
        <translation>{title}：{value}，卡 {iccid}</translation>
    </message>
    <message>
        <source>{units}, {over} over</source>
        <translation>{units}，超出 {over}</translation>
    </message>
    <message>
        <source>{voucher}</source>
        <translation>{voucher}</translation>
    </message>
    <message>
        <source>{voucher} has no pool to buy for.</source>
        <translation>{voucher} 没有可购买的流量池。</translation>
    </message>
    <message>
        <source>{voucher} is a pool: only cards of single-card plans have a tier each.</source>
        <translation>{voucher} 是流量池：只有单卡套餐的卡才各有档位。</translation>
    </message>
    <message>
        <source>{voucher} is a single-card plan: it has no pool.</source>
        <translation>{voucher} 是单卡套餐：没有流量池。</translation>
    </message>
    <message>
        <source>{voucher}: no more than {percent} % of its {active} active cards may be suspended or cancelled in a day, that is {most}; it would be {wanted}.</source>
        <translation>{voucher}：每天停用或销户的卡不得超过 {active} 张激活卡的 {percent}%，即 {most} 张；此次为 {wanted} 张。</translation>
    </message>
    <message>
        <source>{voucher}: no more than {percent} % of its {active} active cards may be suspended or cancelled in a day, that is {most}; {before} are already, it would be {wanted} more.</source>
        <translation>{voucher}：每天停用或销户的卡不得超过 {active} 张激活卡的 {percent}%，即 {most} 张；今天已有 {before} 张，此次再加 {wanted} 张。</translation>
    </message>
    <message>
        <source>{what} cannot be kept: no file can carry character {place} (U+{code}).</source>
        <translation>{what}无法保存：任何文件都不能保存第 {place} 个字符（U+{code}）。</translation>
    </message>
    <message>
        <source>{what} has at most {most} characters; this has {count}.</source>
        <translation>{what}最多 {most} 个字符；现有 {count} 个。</translation>
    </message>
    <message>
        <source>{what} has ended: {how}</source>
        <translation>{what}已结束：{how}</translation>
    </message>
    <message>
        <source>{what} is one line of text; character {place} (U+{code}) is not text.</source>
        <translation>{what}只能是一行文字；第 {place} 个字符（U+{code}）不是文字。</translation>
    </message>
    <message>
        <source>{what} needs at least one character.</source>
        <translation>{what}至少须有一个字符。</translation>
    </message>
    <message>
        <source>{what} paused itself and waits for your word: {how}</source>
        <translation>{what}已自动暂停，等待确认：{how}</translation>
    </message>
    <message>
        <source>{what} was stopped early: {how}</source>
        <translation>{what}已提前停止：{how}</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}：{count}</translation>
    </message>
    <message>
        <source>{who} looked it up.</source>
        <translation>由 {who} 查看过。</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>{why}, {at}</source>
        <translation>{why}，{at}</translation>
    </message>
    <message>
        <source>{words} and {count} more</source>
        <translation>{words}等（另 {count} 个）</translation>
    </message>
    <message>
        <source>{wrong} of {count} did not go as expected, the last: {why}</source>
        <translation>{count} 张中有 {wrong} 张结果与预期不符，最后一张：{why}</translation>
    </message>
    <message>
        <source>“\{letter}” means nothing here.</source>
        <translation>“\{letter}”在此没有含义。</translation>
    </message>
    <message>
        <source>“{action}” cannot be reversed.</source>
        <translation>“{action}”不能回退。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: reading it broke off.</source>
        <translation>无法读取“{file}”：读取中断。</translation>
    </message>
    <message>
        <source>“{folder}” is already open in another SimDesk (process {pid} on {host}).</source>
        <translation>“{folder}”已在另一个 SimDesk 中打开（{host} 上的进程 {pid}）。</translation>
    </message>
    <message>
        <source>“{folder}” is already open in another SimDesk.</source>
        <translation>“{folder}”已在另一个 SimDesk 中打开。</translation>
    </message>
    <message>
        <source>“{found}” is neither true nor false</source>
        <translation>“{found}”既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>“{found}” is no known name</source>
        <translation>“{found}”不是已知的名称</translation>
    </message>
    <message>
        <source>“{found}” is no known time zone</source>
        <translation>“{found}”不是已知的时区</translation>
    </message>
    <message>
        <source>“{found}” is none of {known}</source>
        <translation>“{found}”不在可选范围内：{known}</translation>
    </message>
    <message>
        <source>“{found}” is not a list of names</source>
        <translation>“{found}”不是名称列表</translation>
    </message>
    <message>
        <source>“{found}” is not a table of names</source>
        <translation>“{found}”不是名称表</translation>
    </message>
    <message>
        <source>“{found}” is not a whole number from {least} to {most}</source>
        <translation>“{found}”不是 {least} 至 {most} 的整数</translation>
    </message>
    <message>
        <source>“{found}” is not in quotes</source>
        <translation>“{found}”没有加引号</translation>
    </message>
    <message>
        <source>“{found}” is not the whole path of a folder</source>
        <translation>“{found}”不是文件夹的完整路径</translation>
    </message>
    <message>
        <source>“{key}” does something of its own on single pages.</source>
        <translation>“{key}”在个别页面上另有用途。</translation>
    </message>
    <message>
        <source>“{key}” is for writing.</source>
        <translation>“{key}”用于输入文字。</translation>
    </message>
    <message>
        <source>“{key}” is no key.</source>
        <translation>“{key}”不是按键。</translation>
    </message>
    <message>
        <source>“{key}” is the key of {owner}.</source>
        <translation>“{key}”已是“{owner}”的快捷键。</translation>
    </message>
    <message>
        <source>“{key}” moves, chooses or edits, and cannot be changed.</source>
        <translation>“{key}”用于移动、选择或编辑，不能更改。</translation>
    </message>
    <message>
        <source>“{key}” opens a menu.</source>
        <translation>“{key}”用于打开菜单。</translation>
    </message>
    <message>
        <source>“{name}” cannot be used as a name.</source>
        <translation>“{name}”不能用作名称。</translation>
    </message>
    <message>
        <source>“{name}” is no spreadsheet.</source>
        <translation>“{name}”不是电子表格。</translation>
    </message>
    <message>
        <source>“{name}” was not written.</source>
        <translation>未写入“{name}”。</translation>
    </message>
    <message>
        <source>“{operator}” does not go with {name}.</source>
        <translation>“{operator}”不能用于 {name}。</translation>
    </message>
    <message>
        <source>“{path}” belongs to another program.</source>
        <translation>“{path}”属于另一个程序。</translation>
    </message>
    <message>
        <source>“{path}” cannot be a template.</source>
        <translation>“{path}”不能用作模板。</translation>
    </message>
    <message>
        <source>“{path}” cannot be exported to.</source>
        <translation>不能导出到“{path}”。</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened: {why}.</source>
        <translation>无法打开“{path}”：{why}。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {why}.</source>
        <translation>无法读取“{path}”：{why}。</translation>
    </message>
    <message>
        <source>“{path}” cannot be written: its folder does not exist.</source>
        <translation>无法写入“{path}”：文件夹不存在。</translation>
    </message>
    <message>
        <source>“{path}” could not be read or written: the disk reports an error.</source>
        <translation>无法读写“{path}”：磁盘报告错误。</translation>
    </message>
    <message>
        <source>“{path}” could not be read: {reason}.</source>
        <translation>无法读取“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}.</source>
        <translation>无法写入“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” has no audit.</source>
        <translation>“{path}”没有审计。</translation>
    </message>
    <message>
        <source>“{path}” holds no review.</source>
        <translation>“{path}”中没有审阅。</translation>
    </message>
    <message>
        <source>“{path}” is damaged.</source>
        <translation>“{path}”已损坏。</translation>
    </message>
    <message>
        <source>“{path}” is damaged: its end is missing.</source>
        <translation>“{path}”已损坏：缺少末尾。</translation>
    </message>
    <message>
        <source>“{path}” is empty.</source>
        <translation>“{path}”为空。</translation>
    </message>
    <message>
        <source>“{path}” is no longer there.</source>
        <translation>“{path}”已不存在。</translation>
    </message>
    <message>
        <source>“{path}” is not a SimDesk file.</source>
        <translation>“{path}”不是 SimDesk 文件。</translation>
    </message>
    <message>
        <source>“{path}” is not a simulated world of SimDesk.</source>
        <translation>“{path}”不是 SimDesk 的模拟世界。</translation>
    </message>
    <message>
        <source>“{path}” is not written as TOML: {reason}.</source>
        <translation>“{path}”不是 TOML 格式：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” is not written in UTF-8.</source>
        <translation>“{path}”不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>“{path}” is the desk of another fleet or account.</source>
        <translation>“{path}”是另一个卡库或账户的工作台。</translation>
    </message>
    <message>
        <source>“{path}” lies where other machines reach it ({shared}).</source>
        <translation>“{path}”位于其他计算机可访问的位置（{shared}）。</translation>
    </message>
    <message>
        <source>“{path}” may not be written: {reason}.</source>
        <translation>不允许写入“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>“{path}” names no keys: it has no part [keys].</source>
        <translation>“{path}”未列出快捷键：其中没有 [keys] 部分。</translation>
    </message>
    <message>
        <source>“{path}” or its folder may only be read.</source>
        <translation>“{path}”或其文件夹只读。</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer SimDesk.</source>
        <translation>“{path}”由更新版本的 SimDesk 生成。</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer SimDesk.</source>
        <translation>“{path}”由更新版本的 SimDesk 写入。</translation>
    </message>
    <message>
        <source>“{sign}” is a full-width sign.</source>
        <translation>“{sign}”是全角符号。</translation>
    </message>
    <message>
        <source>“{words}” has characters that are no text.</source>
        <translation>“{words}”含有非文字字符。</translation>
    </message>
    <message>
        <source>“{words}” has digits other than 0-9.</source>
        <translation>“{words}”含有 0-9 以外的数字。</translation>
    </message>
    <message>
        <source>“{words}” has {count} characters; card numbers have 13, 15 or 20.</source>
        <translation>“{words}”有 {count} 位；卡号为 13、15 或 20 位。</translation>
    </message>
    <message>
        <source>“{words}” is a number that a spreadsheet program rounded to a few digits. The others are lost, so nobody can know which card is meant.</source>
        <translation>“{words}”是被表格软件舍入到几位的数字，其余位已丢失，因此无法得知是哪张卡。</translation>
    </message>
    <message>
        <source>“{words}” is no answer to {name}.</source>
        <translation>“{words}”不能用于 {name}。</translation>
    </message>
    <message>
        <source>“{words}” is no value of {field} that SimDesk knows.</source>
        <translation>“{words}”不是 SimDesk 认识的{field}。</translation>
    </message>
    <message>
        <source>“{words}” is no value of {name}.</source>
        <translation>“{words}”不是 {name} 的值。</translation>
    </message>
    <message>
        <source>“{words}” is not a card number.</source>
        <translation>“{words}”不是卡号。</translation>
    </message>
    <message>
        <source>“{words}” is not a data size.</source>
        <translation>“{words}”不是流量大小。</translation>
    </message>
    <message>
        <source>“{words}” is not a date that SimDesk can read.</source>
        <translation>“{words}”不是 SimDesk 能识别的日期。</translation>
    </message>
    <message>
        <source>“{words}” is not a day.</source>
        <translation>“{words}”不是日期。</translation>
    </message>
    <message>
        <source>“{words}” is not a whole number.</source>
        <translation>“{words}”不是整数。</translation>
    </message>
    <message>
        <source>“{words}” is not an action that a sheet can ask for.</source>
        <translation>“{words}”不是表格可以提出的操作。</translation>
    </message>
    <message>
        <source>“{words}” is not an amount.</source>
        <translation>“{words}”不是金额。</translation>
    </message>
    <message>
        <source>“{words}” is not an {kind}.</source>
        <translation>“{words}”不是 {kind}。</translation>
    </message>
    <message>
        <source>“{words}” is not part of any {label}.</source>
        <translation>没有{label}含“{words}”。</translation>
    </message>
    <message>
        <source>“{words}” is not part of this language.</source>
        <translation>“{words}”不属于筛选语法。</translation>
    </message>
    <message>
        <source>“{words}” was rounded by a spreadsheet and its last digits are lost: format the column as text at the source and copy it again.</source>
        <translation>“{words}”被表格软件舍入，末几位已丢失：请在来源处将该列设为文本格式后重新复制。</translation>
    </message>
</context>
</TS>
