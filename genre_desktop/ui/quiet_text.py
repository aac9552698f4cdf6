"""Shows Markdown that may be a stranger's: links and pictures in it lead nowhere."""

from PySide6.QtWidgets import QTextBrowser


class QuietText(QTextBrowser):
    """Reads nothing but the text that it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, _kind: int, _name: object) -> None:
        return None
