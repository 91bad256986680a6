"""Settings: list, get, set."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation


def list_settings(invocation: Invocation) -> int:
    """`pacsdesk settings list`"""
    invocation.out.records(
        invocation.services.settings.list(),
        (
            ("Setting", lambda setting: setting.name),
            ("Value", lambda setting: _text(setting.value)),
            ("Default", lambda setting: _text(setting.default)),
            ("What it is", lambda setting: f"{setting.title}. {setting.help}"),
        ),
        "There are no settings.",
    )
    return Exit.DONE


def get(invocation: Invocation) -> int:
    """`pacsdesk settings get NAME`"""
    setting = invocation.services.settings.get(invocation.args.name)
    invocation.out.record(setting, _text(setting.value))
    return Exit.DONE


def set_value(invocation: Invocation) -> int:
    """`pacsdesk settings set NAME VALUE`"""
    setting = invocation.services.settings.set(invocation.args.name, invocation.args.value)
    when = "after a restart of the engine" if setting.needs_restart else "now"
    invocation.out.record(setting, f"{setting.name} is {_text(setting.value)}; it holds {when}.")
    return Exit.DONE


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
