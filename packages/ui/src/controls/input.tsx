import { ChevronDown } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from '../class-names';

export function Input({ inputSize, icon, end, className, ...rest }: InputProps) {
  const input = <input {...rest} className={classNames('input', inputSize, className)} />;
  if (!icon && !end) return input;
  return (
    <span className="affix">
      {icon}
      {input}
      {end && <span className="end">{end}</span>}
    </span>
  );
}

export function Select({ inputSize, className, children, ...rest }: SelectProps) {
  return (
    <span className={classNames('picker', className)}>
      <select {...rest} className={classNames('input', inputSize)}>
        {children}
      </select>
      <ChevronDown aria-hidden />
    </span>
  );
}

export function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...rest} className={classNames('input', className)} />;
}

export type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  inputSize?: 's' | 'l';
  /** In front of the text, inside the box. */
  icon?: ReactNode;
  /** Behind the text, inside the box: a button, for example. */
  end?: ReactNode;
};

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & { inputSize?: 's' | 'l' };
