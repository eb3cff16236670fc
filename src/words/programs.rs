//! Programs that are kept by name, what is taken away, the page in other pages, its colours.

use super::words;

words! {
    menu = "Menu", "메뉴";

    programs = "Programs", "프로그램";
    programs_tip = "Save this program, and open saved ones", "프로그램을 저장하고 저장한 것을 엽니다";
    save_to(name) = "Save “{name}”", "“{name}” 저장";
    save_as = "Save as…", "다른 이름으로 저장…";
    open_file = "Open file…", "파일 열기…";
    save_file = "Save file", "파일로 저장";
    save_file_tip = "Download the program as a text file", "프로그램을 텍스트 파일로 다운로드합니다";
    saved_programs = "Saved in this browser", "이 브라우저에 저장된 프로그램";
    none_saved = "No program is saved in this browser yet.", "이 브라우저에 저장된 프로그램이 아직 없습니다.";
    name = "Name", "이름";
    new_name(name) = "New name of “{name}”", "“{name}” 프로그램의 새 이름";
    save = "Save", "저장";
    replace = "Replace", "덮어쓰기";
    rename = "Rename", "이름 변경";
    cancel = "Cancel", "취소";
    rename_it(name) = "Rename “{name}”", "“{name}” 이름 변경";
    delete_it(name) = "Delete “{name}”", "“{name}” 삭제";
    deleted(name) = "“{name}” was deleted.", "“{name}” 프로그램을 삭제했습니다.";
    undo_delete = "Undo", "실행 취소";
    program_saved = "Saved", "저장했습니다";
    opened_saved(name) =
        "Opened “{name}” in place of your program.",
        "지금 프로그램 대신 “{name}” 프로그램을 열었습니다.";
    name_empty = "A program needs a name.", "프로그램 이름을 입력하세요.";
    name_too_long(limit) =
        "A name may have {limit} characters.",
        "이름은 {limit}자까지입니다.";
    name_asked(name) =
        "There is a program “{name}” already. Replace it?",
        "“{name}” 프로그램이 이미 있습니다. 덮어쓸까요?";
    saved_elsewhere(name) =
        "“{name}” was saved in another tab since it was opened here. Replace that?",
        "여기서 연 뒤에 다른 탭에서 “{name}” 프로그램을 저장했습니다. 덮어쓸까요?";
    name_taken(name) =
        "There is a program “{name}” already. Choose another name.",
        "“{name}” 프로그램이 이미 있습니다. 다른 이름을 고르세요.";
    storage_full =
        "The browser has no room left for this. Delete a program, or save this one as a file.",
        "브라우저에 남은 자리가 없습니다. 다른 프로그램을 삭제하거나 이 프로그램을 파일로 저장하세요.";
    storage_forbidden =
        "The browser keeps nothing here: its settings forbid it. Save the program as a file.",
        "설정에서 금지되어 브라우저에 저장할 수 없습니다. 프로그램을 파일로 저장하세요.";
    file_not_downloaded =
        "The browser did not let the file be downloaded.",
        "브라우저가 파일 다운로드를 허용하지 않았습니다.";

    export = "Export", "내보내기";
    export_tip = "Take the two runs away as a picture or as data", "두 실행을 그림이나 데이터로 내보냅니다";
    of_prediction = "The prediction", "예측";
    of_measured = "The measured run", "측정한 실행";
    nothing_to_export = "There is nothing to export yet.", "아직 내보낼 것이 없습니다.";
    picture_png = "Picture (PNG)", "그림 (PNG)";
    picture_svg = "Picture (SVG)", "그림 (SVG)";
    record_json = "Record (JSON)", "기록 (JSON)";
    record_tip = "All events of both runs, as data", "두 실행의 모든 이벤트를 담은 데이터";
    trace_perfetto = "Trace (Perfetto)", "트레이스 (Perfetto)";
    trace_tip = "For ui.perfetto.dev or chrome://tracing", "ui.perfetto.dev 또는 chrome://tracing에서 엽니다";
    picture_not_made = "The browser could not draw the picture. The SVG may do.", "브라우저가 그림을 그리지 못했습니다. SVG를 써 보세요.";
    embed_code = "Copy embed code", "임베드 코드 복사";
    embed_tip = "HTML that shows this program in another page", "이 프로그램을 다른 페이지에 보여 주는 HTML";
    embed_copied = "Embed code copied", "임베드 코드를 복사했습니다";
    embed_not_copied(code) =
        "The browser did not let the embed code be copied. Here it is: {code}",
        "브라우저가 임베드 코드 복사를 허용하지 않았습니다. 코드는 다음과 같습니다: {code}";

    edit = "Edit", "편집";
    open_in_page = "Open in Interleave", "Interleave에서 열기";

    theme = "Theme", "테마";
    theme_is(theme) = "Theme: {theme}", "테마: {theme}";
    theme_of_system = "System", "시스템";
    theme_light = "Light", "라이트";
    theme_dark = "Dark", "다크";
}
