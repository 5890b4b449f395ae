"""Compile the kernels of screening and keep the result: `python -m enduse.cli.kernels`."""


def compile_kernels() -> None:
    """Compile every kernel by using it once on a list of two names.

    The installer runs it, and `screen` in the background where nobody did.
    """
    from enduse.matching import note_kept, use_compiled
    from enduse.screening import Listed, Party, ScreeningIndex, screen

    use_compiled()
    index = ScreeningIndex.build(
        [Listed("a", "Company", ("First Example Plant 1",)), Listed("b", "Person", ("Ann B.",))]
    )
    screen(Party("Unheardof Example Plant"), index)
    note_kept()


if __name__ == "__main__":
    compile_kernels()
