"""Settings: list, get, set; by the engine, or in the folder's file while none runs."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.records.engine import SettingInfo
from pacsdesk.link.finding import engine_address

if TYPE_CHECKING:
    from pacsdesk.engine.operations.settings_offline import OfflineSettings


def list_settings(invocation: Invocation) -> int:
    """`pacsdesk settings list`"""
    if _has_engine(invocation):
        _show(invocation, invocation.services.settings.list())
        return Exit.DONE
    listed = _offline(invocation).list()
    _show(invocation, listed.settings)
    if listed.problem is not None:
        invocation.out.line("These are the defaults, for the site's own cannot be read:")
        invocation.out.finish()
        invocation.out.failure(listed.problem)
        return Exit.WRONG_USAGE
    if not listed.is_site:
        invocation.out.line(f"There is no site in {invocation.data_dir}: these are the defaults.")
    else:
        invocation.out.line(f"No engine runs on {invocation.data_dir}: this is what its settings.toml says.")
    return Exit.DONE


def get(invocation: Invocation) -> int:
    """`pacsdesk settings get NAME`"""
    name: str = invocation.args.name
    if _has_engine(invocation):
        setting = invocation.services.settings.get(name)
    else:
        setting = _offline(invocation).get(name)
    invocation.out.record(setting, _text(setting.value))
    return Exit.DONE


def set_value(invocation: Invocation) -> int:
    """`pacsdesk settings set NAME VALUE`"""
    name, value = invocation.args.name, invocation.args.value
    if _has_engine(invocation):
        setting = invocation.services.settings.set(name, value)
        when = "after a restart of the engine" if setting.needs_restart else "now"
    else:
        setting = _offline(invocation).set(name, value)
        when = "from the engine's next start on"
    invocation.out.record(setting, f"{setting.name} is {_text(setting.value)}; it holds {when}.")
    return Exit.DONE


def _has_engine(invocation: Invocation) -> bool:
    """Whether an engine is to be asked. After a kill the folder's lock goes on naming an address."""
    if invocation.connection.engine_url:
        return True
    if not engine_address(invocation.data_dir):
        return False
    try:
        invocation.connection.client()
    except Unavailable:
        return False
    return True


def _offline(invocation: Invocation) -> "OfflineSettings":
    from pacsdesk.engine.operations.settings_offline import OfflineSettings  # noqa: PLC0415  # 0.4 s that others save
    from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # as above

    return OfflineSettings(DataFolder(invocation.data_dir))


def _show(invocation: Invocation, settings: Iterable[SettingInfo]) -> None:
    invocation.out.records(
        settings,
        (
            ("Setting", lambda setting: setting.name),
            ("Value", lambda setting: _text(setting.value)),
            ("Default", lambda setting: _text(setting.default)),
            ("What it is", lambda setting: f"{setting.title}. {setting.help}"),
        ),
        "There are no settings.",
    )


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _name_argument(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="SECTION.KEY", help="of the setting, as in `pacsdesk settings list`")


def _set_arguments(parser: ArgumentParser) -> None:
    _name_argument(parser)
    parser.add_argument("value", metavar="VALUE", help="text, a number, true or false")


LIST = Command("settings list", "List all settings with their help.", list_settings, example="settings list")
GET = Command("settings get", "Show one setting.", get, _name_argument, example="settings get dicom.ae_title")
SET = Command(
    "settings set", "Change one setting.", set_value, _set_arguments, example="settings set dicom.ae_title RIVERSIDE"
)
