"""Our own further AE titles of an engine in memory."""

from pacsdesk.contract.errors import AlreadyExists
from pacsdesk.contract.events import AesChanged
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.remarks import EntryRemarks, OwnAEDraft, Remark
from tests.support.fake_state import FakeService, one_of


class FakeAes(FakeService):
    def list(self) -> tuple[OwnAE, ...]:
        self.site.enter("aes.list")
        return tuple(sorted(self.site.aes, key=lambda ae: ae.ae_title))

    def get(self, name: str) -> OwnAE:
        self.site.enter("aes.get")
        return one_of(self.site.aes, lambda ae: ae.ae_title == name, "AE title")

    def lint(self, draft: OwnAEDraft) -> tuple[Remark, ...]:
        self.site.enter("aes.lint")
        return self.site.noticed.get(draft.ae_title, ())

    def remarks(self) -> tuple[EntryRemarks, ...]:
        self.site.enter("aes.remarks")
        return tuple(EntryRemarks(*one) for one in self.site.noticed.items())

    def add(self, ae: OwnAE, reason: str = "") -> OwnAE:
        self.site.enter("aes.add")
        if any(known.ae_title == ae.ae_title for known in self.site.aes):
            raise AlreadyExists(f"{ae.ae_title} is our own title already.")
        self.site.aes.append(ae)
        self.site.reasons.append(reason)
        self.site.publish(AesChanged(str(ae.ae_title)))
        return ae

    def change(self, name: str, ae: OwnAE, reason: str = "") -> OwnAE:
        self.site.enter("aes.change")
        self.site.aes.remove(self.get(name))
        return self.add(ae, reason)

    def remove(self, name: str, reason: str = "") -> OwnAE:
        self.site.enter("aes.remove")
        ae = self.get(name)
        self.site.aes.remove(ae)
        self.site.reasons.append(reason)
        self.site.publish(AesChanged(name))
        return ae
