"""
The council of the demonstration, made by the same actions that people use.

``council`` enters the facts of data/facts, ``practice`` negotiates the sample text of data/demo, ``reports`` stores its
sample report, ``people`` are the sign-ins: roles, never officials. ``filling`` does all of it in one transaction.
"""
