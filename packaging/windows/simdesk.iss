; The installer for Windows, made by Inno Setup 6: iscc /DVersion=X packaging\windows\simdesk.iss
; NOT RUN BY HAND: SimDesk is developed on Linux. .github/workflows/package.yml is where this runs.
#ifndef Version
  #error "say the version: iscc /DVersion=X"
#endif

[Setup]
; What is named below without a drive lies in this folder, the project's.
SourceDir=..\..
AppId={{6C0E5C1B-6A3B-4F0A-9C57-0D1E5B7C2A41}
AppName=SimDesk
AppVersion={#Version}
AppPublisher=The SimDesk authors
DefaultDirName={autopf}\SimDesk
DefaultGroupName=SimDesk
DisableProgramGroupPage=yes
; For the one who installs it, without an administrator; for all where one is asked for.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
; The oldest that Qt 6.11 runs on: Windows 10, version 1809.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=LICENSE
SetupIconFile=build\package\work\simdesk\simdesk.ico
UninstallDisplayIcon={app}\simdesk.exe
OutputDir=dist
OutputBaseFilename=simdesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "build\package\simdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\SimDesk"; Filename: "{app}\simdesk.exe"

[Registry]
; Offered under "Open with" for spreadsheets; never made the program that opens them.
Root: HKA; Subkey: "Software\Classes\SimDesk.Review"; ValueType: string; ValueData: "SimDesk review"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SimDesk.Review\DefaultIcon"; ValueType: string; ValueData: "{app}\simdesk.exe,0"
Root: HKA; Subkey: "Software\Classes\SimDesk.Review\shell\open\command"; ValueType: string; ValueData: """{app}\simdesk.exe"" review ""%1"""
Root: HKA; Subkey: "Software\Classes\.xlsx\OpenWithProgids"; ValueType: string; ValueName: "SimDesk.Review"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.csv\OpenWithProgids"; ValueType: string; ValueName: "SimDesk.Review"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.tsv\OpenWithProgids"; ValueType: string; ValueName: "SimDesk.Review"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\simdesk.exe"; Description: "Open SimDesk"; Flags: nowait postinstall skipifsilent
